package io.emaki.testing.kill;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Real transactions, with moments before they begin, before they commit and after that. */
record FaultyTransactions(PlatformTransactionManager real, FaultPoint point) implements PlatformTransactionManager {

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        point.pass("before " + method(definition == null ? null : definition.getName()));
        return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        String method = method(TransactionSynchronizationManager.getCurrentTransactionName());
        if (!status.isNewTransaction()) {
            real.commit(status);
            return;
        }
        point.pass("in " + method);
        real.commit(status);
        point.pass("after " + method);
    }

    @Override
    public void rollback(TransactionStatus status) {
        real.rollback(status);
    }

    /** {@code JobWriter.finish} of its full name. */
    private static String method(@Nullable String name) {
        if (name == null) {
            return "";
        }
        int dot = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
        return name.substring(dot + 1);
    }
}
