/** Calls that lead to further calls: the newest first, so that what waits stays little; so many at a time. */
export type Job = (more: (job: Job) => void) => Promise<void>;

export interface JobsDone {
  readonly done: number;
  readonly total: number;
}

/** Runs all jobs and those they add. The first failure ends it: nothing more is begun, and what was begun is waited for. */
export async function runJobs(first: readonly Job[], parallel: number, onDone: (progress: JobsDone) => void): Promise<void> {
  const stack = first.toReversed();
  let total = stack.length;
  let done = 0;
  const failures: unknown[] = [];
  const more = (job: Job): void => {
    total += 1;
    stack.push(job);
  };
  const running = new Set<Promise<void>>();
  while (failures.length === 0 && (stack.length > 0 || running.size > 0)) {
    while (stack.length > 0 && running.size < parallel) {
      const job = stack.pop();
      if (!job) break;
      const made: Promise<void> = job(more)
        .then(() => onDone({ done: (done += 1), total }))
        .catch((failure: unknown) => void failures.push(failure))
        .finally(() => running.delete(made));
      running.add(made);
    }
    await Promise.race(running);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
