package fr.monespacesante.interop.fhir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts the SQL statements that the service sends.
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount implements BeanPostProcessor {
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    /// Those since the last call.
    public List<String> take() {
        synchronized (statements) {
            List<String> taken = List.copyOf(statements);
            statements.clear();
            return taken;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source, statements) : bean;
    }

    private static final class Counting extends DelegatingDataSource {
        private final List<String> statements;

        Counting(DataSource source, List<String> statements) {
            super(source);
            this.statements = statements;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement") && arguments != null) {
                            statements.add(String.valueOf(arguments[0]));
                        } else if (method.getName().equals("createStatement")) {
                            statements.add("a plain statement");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
