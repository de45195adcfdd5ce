package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectTlsConfiguration}, {@code tls} of {@code
 * ServiceConnectService}: encryption between proxies.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectTlsConfiguration(
    @JsonPropertyDescription("Who issues the certificates.") @Required
        @Nullable ServiceConnectTlsCertificateAuthority issuerCertificateAuthority,
    @JsonPropertyDescription("Key that encrypts the private keys.") @Nullable String kmsKey,
    @JsonPropertyDescription("Role that ECS would use for the certificates.")
        @Nullable String roleArn) {}
