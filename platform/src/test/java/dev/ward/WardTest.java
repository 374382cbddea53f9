package dev.ward;

import dev.ward.database.FreshDatabaseListener;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/// A test of the whole server, on a port of its own, with a fresh database for each class.
///
/// All such tests share one context: do not add to it with further annotations.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.enabled=false",
            "ward.test=true",
            "ward.import-internal-hosts=127.0.0.1:*",
            "ward.sbom-most=32MB",
            "ward.import-folders=target/test-classes/imports"
        })
@Import(WardTestConfiguration.class)
@TestExecutionListeners(listeners = FreshDatabaseListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface WardTest {}
