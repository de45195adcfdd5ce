package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceConnectTlsConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectTlsConfiguration(
    @Nullable ServiceConnectTlsCertificateAuthority issuerCertificateAuthority,
    @Nullable String kmsKey,
    @Nullable String roleArn) {}
