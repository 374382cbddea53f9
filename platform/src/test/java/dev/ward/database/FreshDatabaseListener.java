package dev.ward.database;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// Gives each test class a fresh database.
public final class FreshDatabaseListener implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestClass(TestContext context) {
        context.getApplicationContext().getBean(SwitchedDataSource.class).renew();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
