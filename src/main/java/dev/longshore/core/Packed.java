package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** An object as compressed JSON, and as itself until the next collection. */
final class Packed<R extends HasMetadata> {
  private final Class<R> type;
  private final KubernetesSerialization serialization;
  private final byte[] text;
  private volatile WeakReference<R> lately;

  Packed(R object, Class<R> type, KubernetesSerialization serialization) {
    this.type = type;
    this.serialization = serialization;
    this.text = deflated(serialization.asJson(object).getBytes(StandardCharsets.UTF_8));
    this.lately = new WeakReference<>(object);
  }

  R object() {
    R known = lately.get();
    if (known != null) {
      return known;
    }
    R read = serialization.unmarshal(new InflaterInputStream(new ByteArrayInputStream(text)), type);
    lately = new WeakReference<>(read);
    return read;
  }

  private static byte[] deflated(byte[] json) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
