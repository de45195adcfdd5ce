package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A directory of an NFS server; Pod Security restricted does not allow it, a claim does. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NfsExport(
    @JsonPropertyDescription("Host name or address of the server.")
        @Required
        @Size(min = 1, max = 253)
        @Nullable String server,
    @JsonPropertyDescription("Directory that the server exports.")
        @Required
        @Size(min = 1)
        @Pattern("^/")
        @Nullable String path) {}
