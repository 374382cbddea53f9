package dev.ward.job.web;

import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of jobs in parts.
final class JobSlices {

    private static final SortOrder NEWEST = SortOrder.descending("submitted");

    private JobSlices() {}

    static Slice<Job> list(Jobs jobs, Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        List<Job> oneMore = jobs.list(reader, cursor == null ? null : new JobId(cursor.uuid(0)), limit + 1);
        return Slice.of(oneMore, limit, job -> Cursor.of(NEWEST, job.id().value()));
    }
}
