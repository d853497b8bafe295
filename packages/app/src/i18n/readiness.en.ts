/** `readiness`: which questions of incident response today's logs could answer. */
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const readiness = {
  cli: {
    description:
      'Say which questions of incident response the logs of code or of a collected account could answer, and what is missing for the others.',
    target: 'code or snapshot folder',
    varFile: 'variable file of Terraform, may be given several times',
    question: 'only this question; may be given several times',
    lake: 'folder of a lake: its first days say since when questions can be answered',
    failUnder: 'exit with 1 when the score is below this number (0 to 100)',
    limit: 'how many gaps a question shows (default: 5); 0: all',
  },
  unknownQuestion: (id: string) => `there is no question "${id}"; kumomori readiness --format json lists them`,
  score: (score: number | null, subjects: number) =>
    score === null ? 'No score: nothing that is asked about was read.' : `Readiness ${score} of 100 (over ${s(subjects, 'answer')})`,
  counts: (answerable: number, partly: number, not: number, unknown: number) =>
    `${answerable} answerable, ${partly} partly, ${not} not, ${unknown} unknown`,
  answers: { answerable: 'answerable', partly: 'partly', not: 'NOT', unknown: 'unknown' },
  notAsked: (count: number) => `${s(count, 'question is', 'questions are')} asked of nothing that was read.`,
  columns: { answer: 'ANSWER', question: 'QUESTION', subjects: 'OF', since: 'SINCE' },
  since: (day: string | null, notKnown: number) => (day === null ? 'not known' : notKnown === 0 ? day : `${day} (${notKnown} not known)`),
  subjects: (answerable: number, all: number) => `${answerable} of ${all}`,
  kept: (days: number) => `what there is, is kept ${s(days, 'day')}`,
  gap: (address: string, file: string, line: number, message: string) => `${address} (${file}:${line}): ${message}`,
  fix: (check: string, summary: string) => `→ ${summary} [${check}]`,
  notThere: (subject: string, logs: readonly string[]) => `${subject}: no ${logs.join(', no ')} was read`,
  more: (count: number) => `and ${count} more; --limit 0 shows all`,
  heading: 'Readiness for incidents',
};
