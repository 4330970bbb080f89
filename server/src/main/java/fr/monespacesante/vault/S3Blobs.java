package fr.monespacesante.vault;

import fr.monespacesante.kernel.SpaceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Blobs as objects of an S3-compatible store, named `<space>/<blob>`. The store answers a put when the object is
/// durable, and shows it whole or not at all (OPS-01).
final class S3Blobs implements BlobStore {
    private final S3Client client;
    private final String bucket;

    S3Blobs(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public long keep(SpaceId space, UUID blob, Writer writer) throws IOException {
        // The length must be known before the first byte leaves; documents are bounded by the channels' limits.
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        writer.writeTo(sealed);
        byte[] bytes = sealed.toByteArray();
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key(space, blob)).ifNoneMatch("*"),
                    RequestBody.fromBytes(bytes));
            return bytes.length;
        } catch (SdkException e) {
            throw new IOException("the object store did not keep a blob", e);
        }
    }

    @Override
    public InputStream read(SpaceId space, UUID blob) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key(space, blob)));
        } catch (NoSuchKeyException e) {
            NoSuchFileException missing = new NoSuchFileException(blob.toString());
            missing.initCause(e);
            throw missing;
        } catch (SdkException e) {
            throw new IOException("the object store did not give a blob", e);
        }
    }

    @Override
    public void remove(SpaceId space, UUID blob) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key(space, blob)));
        } catch (SdkException e) {
            throw new IOException("the object store did not remove a blob", e);
        }
    }

    @Override
    public List<Found> of(SpaceId space) throws IOException {
        List<Found> found = new ArrayList<>();
        pages(space + "/", null, page -> {
            for (S3Object object : page.contents()) {
                UUID blob =
                        UUID.fromString(object.key().substring(space.toString().length() + 1));
                found.add(new Found(blob, object.lastModified(), object.size()));
            }
        });
        return found;
    }

    @Override
    public void eachSpace(Consumer<SpaceId> visitor) throws IOException {
        pages("", "/", page -> {
            for (CommonPrefix prefix : page.commonPrefixes()) {
                String name = prefix.prefix();
                visitor.accept(SpaceId.of(name.substring(0, name.length() - 1)));
            }
        });
    }

    private void pages(String prefix, @Nullable String delimiter, Consumer<ListObjectsV2Response> visitor)
            throws IOException {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .delimiter(delimiter)
                .build();
        try {
            client.listObjectsV2Paginator(request).forEach(visitor);
        } catch (SdkException e) {
            throw new IOException("the object store did not list its blobs", e);
        }
    }

    private static String key(SpaceId space, UUID blob) {
        return space + "/" + blob;
    }
}
