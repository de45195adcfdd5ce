package dev.longshore.localcluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The OCI image layout with one layer: index, manifest, config and layer, each by its digest. */
record OciLayout(String name, List<ImageEntry> entries, ImageConfig config) {
  private static final String MEDIA = "application/vnd.oci.image.";
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private record Blob(String digest, long size) {
    String path() {
      return "blobs/sha256/" + digest;
    }

    Map<String, Object> descriptor(String kind) {
      return Map.of("mediaType", MEDIA + kind, "digest", "sha256:" + digest, "size", size);
    }
  }

  void writeTo(Path tar) throws IOException {
    Path layerFile = Files.createTempFile("longshore-layer", ".tar");
    try (TarWriter out = new TarWriter(Files.newOutputStream(tar))) {
      Blob layer = writeLayer(layerFile);
      byte[] configJson = configJson(layer);
      byte[] manifest = manifestJson(blob(configJson), layer);
      out.file("oci-layout", 0644, json(Map.of("imageLayoutVersion", "1.0.0")));
      out.file("index.json", 0644, indexJson(blob(manifest)));
      out.file(layer.path(), 0644, layerFile);
      out.file(blob(configJson).path(), 0644, configJson);
      out.file(blob(manifest).path(), 0644, manifest);
    } finally {
      Files.deleteIfExists(layerFile);
    }
  }

  private Blob writeLayer(Path file) throws IOException {
    MessageDigest digest = sha256();
    OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
    try (TarWriter tar = new TarWriter(out)) {
      for (ImageEntry entry : entries) {
        switch (entry) {
          case ImageEntry.Directory it -> tar.directory(it.path(), it.mode());
          case ImageEntry.Link it -> tar.link(it.path(), it.target());
          case ImageEntry.File it -> tar.file(it.path(), it.mode(), it.source());
        }
      }
    }
    return new Blob(HexFormat.of().formatHex(digest.digest()), Files.size(file));
  }

  private byte[] configJson(Blob layer) {
    Map<String, Object> run = new TreeMap<>();
    run.put("Env", config.env().entrySet().stream().map(Object::toString).sorted().toList());
    if (!config.entrypoint().isEmpty()) {
      run.put("Entrypoint", config.entrypoint());
    }
    if (!config.user().isEmpty()) {
      run.put("User", config.user());
    }
    Map<String, Object> whole = new TreeMap<>();
    whole.put("architecture", architecture());
    whole.put("os", "linux");
    whole.put("config", run);
    whole.put("rootfs", Map.of("type", "layers", "diff_ids", List.of("sha256:" + layer.digest())));
    return json(whole);
  }

  private static byte[] manifestJson(Blob config, Blob layer) {
    Map<String, Object> manifest = new TreeMap<>();
    manifest.put("schemaVersion", 2);
    manifest.put("mediaType", MEDIA + "manifest.v1+json");
    manifest.put("config", config.descriptor("config.v1+json"));
    manifest.put("layers", List.of(layer.descriptor("layer.v1.tar")));
    return json(manifest);
  }

  private byte[] indexJson(Blob manifest) {
    Map<String, Object> described = new TreeMap<>(manifest.descriptor("manifest.v1+json"));
    // containerd takes the image's name from the one, other tools from the other.
    described.put(
        "annotations",
        Map.of("io.containerd.image.name", name, "org.opencontainers.image.ref.name", name));
    return json(new TreeMap<>(Map.of("schemaVersion", 2, "manifests", List.of(described))));
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  private static Blob blob(byte[] content) {
    return new Blob(HexFormat.of().formatHex(sha256().digest(content)), content.length);
  }

  private static byte[] json(Map<String, ?> value) {
    try {
      return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
