package dev.ward.home.demo;

import dev.ward.customer.Customers;
import dev.ward.job.JobId;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Tells the story of the demo's products, chapter after chapter.
@Component
public class DemoRegistry {

    private final Customers customers;
    private final DemoProducts products;
    private final DemoFleet fleet;
    private final DemoPopulations populations;
    private final DemoPerformance performance;
    private final DemoLifecycle lifecycle;
    private final DemoHandling handling;
    private final DemoPortal portal;
    private final DemoAssessments assessments;
    private final DemoObligations obligations;
    private final DemoChanges changes;
    private final DemoReports reports;
    private final DemoControls controls;
    private final DemoScreening screening;
    private final DemoPastDecisions past;

    DemoRegistry(
            Customers customers,
            DemoProducts products,
            DemoFleet fleet,
            DemoPopulations populations,
            DemoPerformance performance,
            DemoLifecycle lifecycle,
            DemoHandling handling,
            DemoPortal portal,
            DemoAssessments assessments,
            DemoObligations obligations,
            DemoChanges changes,
            DemoReports reports,
            DemoControls controls,
            DemoScreening screening,
            DemoPastDecisions past) {
        this.customers = customers;
        this.products = products;
        this.fleet = fleet;
        this.populations = populations;
        this.performance = performance;
        this.lifecycle = lifecycle;
        this.handling = handling;
        this.portal = portal;
        this.assessments = assessments;
        this.obligations = obligations;
        this.changes = changes;
        this.reports = reports;
        this.controls = controls;
        this.screening = screening;
        this.past = past;
    }

    /// Knows nothing yet.
    public DemoNames names() {
        return new DemoNames(customers);
    }

    /// @param await  waits for a job to end
    public void tell(DemoPeople people, DemoNames names, Consumer<JobId> await) throws IOException {
        products.tell(people, names);
        fleet.tell(people, names, await);
        populations.tell(people, names);
        performance.tell(people, names);
        lifecycle.tell(people, names);
        handling.tell(people, names);
        portal.tell(people, names);
        assessments.tell(people, names);
        obligations.tell(people);
        changes.tell(people);
        controls.tell(people, names);
        reports.tell(people);
        screening.tell(people, names);
        past.tell(people, await);
    }
}
