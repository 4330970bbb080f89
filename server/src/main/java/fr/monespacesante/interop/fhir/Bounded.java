package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Streams that refuse, as TOO_LARGE, to grow beyond what was agreed.
final class Bounded {
    private Bounded() {}

    /// Counts what comes in.
    static final class Input extends FilterInputStream {
        private final long limit;
        private long seen;

        Input(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int more) {
            seen += more;
            if (seen > limit) {
                throw new Refusal(Problem.TOO_LARGE, "");
            }
        }
    }

    /// The small rest.
    static final class Rest extends ByteArrayOutputStream {
        private final int limit;

        Rest(int limit) {
            super(8192);
            this.limit = limit;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (size() + length > limit) {
                throw new Refusal(Problem.TOO_LARGE, "");
            }
            super.write(bytes, from, length);
        }
    }

    /// A document, gathered in pieces and put together once.
    static final class Document extends OutputStream {
        private static final int LARGEST_PIECE = 1 << 20;

        private final long limit;
        private final String where;
        private final List<byte[]> full = new ArrayList<>();
        private byte[] piece = new byte[16 << 10];
        private int used;
        private long size;

        Document(long limit, String where) {
            this.limit = limit;
            this.where = where;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            size += length;
            if (size > limit) {
                throw new Refusal(Problem.TOO_LARGE, where);
            }
            int done = 0;
            while (done < length) {
                if (used == piece.length) {
                    full.add(piece);
                    piece = new byte[Math.min(LARGEST_PIECE, piece.length * 4)];
                    used = 0;
                }
                int part = Math.min(length - done, piece.length - used);
                System.arraycopy(bytes, from + done, piece, used, part);
                used += part;
                done += part;
            }
        }

        byte[] whole() {
            byte[] whole = new byte[Math.toIntExact(size)];
            int at = 0;
            for (byte[] earlier : full) {
                System.arraycopy(earlier, 0, whole, at, earlier.length);
                at += earlier.length;
            }
            System.arraycopy(piece, 0, whole, at, used);
            full.clear();
            piece = new byte[0];
            used = 0;
            return whole;
        }
    }
}
