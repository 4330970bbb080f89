package fr.monespacesante.interop;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the memory that deposits take: at most so many bodies are held at a time, the rest is told to come back.
public final class DepositGate {
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore places;

    DepositGate(int places) {
        this.places = new Semaphore(places);
    }

    /// @return whether there is a place, which `leave` must give back; false when none came free in a moment
    public boolean enter() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void leave() {
        places.release();
    }
}
