package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectTlsCertificateAuthority}, {@code issuerCertificateAuthority}
 * of {@code ServiceConnectTlsConfiguration}: who issues the certificates.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectTlsCertificateAuthority(
    @JsonPropertyDescription("ARN of the private certificate authority.")
        @Nullable String awsPcaAuthorityArn) {}
