package fr.monespacesante.ops;

import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Holds threads of a running service at chosen points, so that it can be killed while they stand there. It
/// works at the seams where effects leave the program, the database's connections and the store of blobs, by
/// wrapping them in the test's own process: the program itself has no such points, and nothing of this can be
/// reached in production.
final class Faults implements BeanPostProcessor {
    private final Map<Thread, FaultPoint> armed = new ConcurrentHashMap<>();
    private final Set<FaultPoint> armedForJobs = ConcurrentHashMap.newKeySet();
    private final CountDownLatch everybody;

    /// @param expected how many threads are awaited at their points before the end
    Faults(int expected) {
        this.everybody = new CountDownLatch(expected);
    }

    /// From now on this thread stops at this point.
    void arm(FaultPoint point) {
        armed.put(Thread.currentThread(), point);
    }

    /// From now on whichever thread comes there stops, once.
    void armJobs(FaultPoint point) {
        armedForJobs.add(point);
    }

    /// Returns when all are where they shall be.
    void awaitEverybody() throws InterruptedException {
        everybody.await();
    }

    /// Somebody who has no point has come to the end.
    void arrived() {
        everybody.countDown();
    }

    void pass(FaultPoint point) {
        if (armed.get(Thread.currentThread()) == point || armedForJobs.remove(point)) {
            System.out.println("AT " + point);
            everybody.countDown();
            standForEver();
        }
    }

    private static void standForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case BlobStore store -> new Blobs(store);
            case DataSource source -> new Source(source);
            default -> bean;
        };
    }

    private final class Blobs implements BlobStore {
        private final BlobStore store;

        Blobs(BlobStore store) {
            this.store = store;
        }

        @Override
        public long keep(SpaceId space, UUID blob, Writer writer) throws IOException {
            pass(FaultPoint.BEFORE_BLOB);
            long size = store.keep(space, blob, writer);
            pass(FaultPoint.AFTER_BLOB);
            return size;
        }

        @Override
        public InputStream read(SpaceId space, UUID blob) throws IOException {
            return store.read(space, blob);
        }

        @Override
        public void remove(SpaceId space, UUID blob) throws IOException {
            store.remove(space, blob);
        }

        @Override
        public List<Found> of(SpaceId space) throws IOException {
            return store.of(space);
        }

        @Override
        public void eachSpace(Consumer<SpaceId> visitor) throws IOException {
            store.eachSpace(visitor);
        }
    }

    private final class Source extends DelegatingDataSource {
        Source(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return wrapped(Connection.class, new OnConnection(super.getConnection()));
        }
    }

    private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private final class OnConnection implements InvocationHandler {
        private final Connection connection;
        private boolean traced;
        private boolean handed;

        OnConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("prepareStatement")) {
                PreparedStatement statement = (PreparedStatement) call(connection, method, arguments);
                return wrapped(PreparedStatement.class, new OnStatement(this, statement, (String) arguments[0]));
            }
            if (!method.getName().equals("commit")) {
                return call(connection, method, arguments);
            }
            if (traced) {
                pass(FaultPoint.BEFORE_COMMIT);
            }
            Object result = call(connection, method, arguments);
            if (traced) {
                pass(FaultPoint.AFTER_COMMIT);
            }
            if (handed) {
                pass(FaultPoint.LETTER_COMMITTED);
            }
            traced = false;
            handed = false;
            return result;
        }
    }

    private final class OnStatement implements InvocationHandler {
        private final OnConnection on;
        private final PreparedStatement statement;
        private final String sql;

        OnStatement(OnConnection on, PreparedStatement statement, String sql) {
            this.on = on;
            this.statement = statement;
            this.sql = sql.strip();
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            if (sql.startsWith("delete from courier.letter where letter_id")) {
                pass(FaultPoint.LETTER_CARRIED);
            } else if (sql.startsWith("delete from messaging.dispatch where id")) {
                pass(FaultPoint.MAIL_CARRIED);
            }
            Object result = call(statement, method, arguments);
            if (sql.startsWith("insert into notification.notice")) {
                pass(FaultPoint.AFTER_NOTICE);
            } else if (sql.startsWith("select audit.append")) {
                on.traced = true;
                pass(FaultPoint.AFTER_TRACE);
            } else if (sql.startsWith("delete from notification.owed") && sql.contains("skip locked")) {
                passIfThereIsOne(FaultPoint.DEBT_TAKEN, result);
            } else if (sql.startsWith("update messaging.dispatch") && sql.contains("skip locked")) {
                passIfThereIsOne(FaultPoint.MAIL_TAKEN, result);
            } else if (sql.startsWith("insert into courier.letter")) {
                on.handed = true;
                pass(FaultPoint.LETTER_HANDED);
            }
            return result;
        }

        /// A job asks every second or two, mostly in vain.
        private void passIfThereIsOne(FaultPoint point, Object result) throws SQLException {
            if (result instanceof java.sql.ResultSet rows && rows.isBeforeFirst()) {
                pass(point);
            }
        }
    }
}
