package fr.monespacesante.interop.mssante;

import java.util.ArrayList;
import java.util.List;

/// A message while it is read. It grows within the limit of one message and within the memory of all of
/// them; beyond either, what was read is let go at once and the rest is only counted.
final class MessageBytes implements AutoCloseable {
    private static final int CHUNK = 64 << 10;
    /// Pieces first, then the whole of them beside.
    private static final int COPIES = 2;

    private final long limit;
    private final MemoryBudget budget;
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;
    private long size;
    private long reserved;
    private boolean tooLarge;
    private boolean noRoom;

    MessageBytes(long limit, MemoryBudget budget) {
        this.limit = limit;
        this.budget = budget;
    }

    void add(int octet) {
        size++;
        if (tooLarge || noRoom) {
            return;
        }
        if (size > limit) {
            tooLarge = true;
            close();
            return;
        }
        if (used == chunk.length && !grow()) {
            noRoom = true;
            close();
            return;
        }
        chunk[used++] = (byte) octet;
    }

    private boolean grow() {
        if (!budget.take((long) COPIES * CHUNK)) {
            return false;
        }
        reserved += (long) COPIES * CHUNK;
        chunk = new byte[CHUNK];
        chunks.add(chunk);
        used = 0;
        return true;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    boolean isWithoutRoom() {
        return noRoom;
    }

    /// Counted on beyond the limit.
    long size() {
        return size;
    }

    byte[] whole() {
        if (tooLarge || noRoom) {
            throw new IllegalStateException("the message was not kept");
        }
        byte[] whole = new byte[(int) size];
        int at = 0;
        for (byte[] each : chunks) {
            int length = Math.min(each.length, whole.length - at);
            System.arraycopy(each, 0, whole, at, length);
            at += length;
        }
        return whole;
    }

    @Override
    public void close() {
        chunks.clear();
        chunk = new byte[0];
        used = 0;
        budget.giveBack(reserved);
        reserved = 0;
    }
}
