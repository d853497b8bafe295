/** Detections over logs. */
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const detail = (text: string): string => (text === '' ? '' : `: ${text}`);

export const detect = {
  cli: {
    description: 'Run Sigma rules over audit and flow logs: files, folders, compressed or not; - is standard input.',
    logs: 'files and folders of logs, of which the format is recognized, or event lakes; s3://, azblob://, gs://; with --follow also sqs://, eventhub://, pubsub://',
    until: 'in a lake: leave out events after this day (YYYY-MM-DD); --since is by their time as well',
    rules: "files and folders of Sigma rules, instead of kumomori's own; may be given several times",
    withOwn: "run kumomori's own rules beside those of --rules",
    incidents: 'print the stories that matches make together, instead of the matches',
    minLevel: 'leave out matches below this level (default: informational)',
    failOn: 'exit with 1 from this level on (default: high); none: never',
    placeholders: 'YAML or JSON file with the values of placeholders such as %Administrators%',
    workers: 'threads, the main one counted (default: as many as there are processors)',
    limit: 'how many matches the table shows (default: 50); 0: all',
    behavior: 'look at behavior also beside --rules',
    noBehavior: 'do not look at behavior',
    behaviorSettings: 'YAML or JSON file: thresholds of behaviors, and which are off',
    people: 'CSV or JSON of people who left and when: their activity afterwards is told',
    snapshot: 'folder of a collected account: its addresses, and when its users were active before',
    geoip: 'MMDB file with countries, places or providers of addresses; may be given several times',
    lateness: 'minutes an event may be late and still count for correlations with --follow (default: 15)',
    list: 'Say for each document of rule files whether it compiles, and if not, why.',
  },
  noRules: (path: string) => `no file or folder of rules at ${path}`,
  followLake: (path: string) => `${path} is a lake: --follow reads the source it is filled from`,
  followFormats: '--follow writes to standard output, as table, jsonl or csv',
  needsLogs: 'no logs are given',
  lake: {
    mixed: (path: string) => `${path} is a lake: search lakes and files of logs one after the other`,
    untilNeedsLake: '--until is for lakes',
    way: ({ sql, byAction, rows, everything }: { sql: number; byAction: number; rows: number; everything: boolean }) =>
      everything
        ? 'lake: behavior and indicators look at every event; all rows were read (--no-behavior leaves it out)'
        : `lake: ${s(sql, 'rule')} asked as SQL, ${byAction} over the rows with an action they name, ${rows} over all rows of their log`,
    noRecords: (count: number) => `${s(count, 'event')} of the lake without a record (ingested with --no-raw) could not be looked at`,
    noLogs: 'the lake holds no events, of the days that are asked for, of the logs that the rules are for',
  },
  badPlaceholders: (path: string) => `${path} is no mapping of placeholders to texts or lists of texts`,
  rejected: (title: string, reason: string) => `rule "${title}" was left out: ${reason}`,
  late: (count: number) =>
    `${s(count, 'match', 'matches')} on events more than a day older than the object they stand in did not count for correlations`,
  timeless: (count: number) => `${s(count, 'match', 'matches')} without a time did not count for correlations`,
  damaged: (count: number, what: string) => `${s(count, 'record')} could not be read${detail(what)}`,
  unrecognized: (count: number, what: string) => `${s(count, 'record')} of no known log${detail(what)}`,
  incident: {
    nobody: 'nobody in particular',
    title: (who: string, what: string) => `${who}: ${what}`,
    titleMore: (who: string, what: string, more: number) => `${who}: ${what}, and ${s(more, 'more kind of sign', 'more kinds of signs')}`,
    level: (title: string, level: string) => `"${title}" is of level ${level}`,
    tactics: (names: readonly string[]) => `signs of ${s(names.length, 'tactic')}: ${names.join(', ')}`,
    smallSigns: (count: number) => `${s(count, 'small sign')} come together`,
    rare: (title: string) => `nobody else did what "${title}" tells of`,
    chain: (names: readonly string[]) => `one actor under several names: ${names.join(' → ')}`,
    course: (matches: number, events: number, minutes: number, addresses: readonly string[]) =>
      `${s(matches, 'match', 'matches')} on ${s(events, 'event')} within ${s(Math.max(1, minutes), 'minute')}${addresses.length > 0 ? `, from ${addresses.join(', ')}` : ''}`,
  },
  incidents: (count: number) => (count === 0 ? 'No incidents' : `${s(count, 'incident')}`),
  incidentColumns: { severity: 'SEVERITY', title: 'WHAT', first: 'FIRST SEEN', last: 'LAST SEEN', events: 'EVENTS' },
  columns: { level: 'LEVEL', title: 'RULE', count: 'MATCHES', time: 'TIME', principal: 'PRINCIPAL', action: 'ACTION', sourceIp: 'ADDRESS' },
  ruleColumns: { compiles: 'COMPILES', title: 'TITLE', file: 'FILE', reason: 'REASON' },
  yes: 'yes',
  no: 'no',
  summary: (events: number, objects: number, matches: number) =>
    `${s(events, 'event')} in ${s(objects, 'object')}: ${s(matches, 'match', 'matches')}`,
  rulesSummary: (compiled: number, rejected: number) => `${s(compiled, 'document')} compiled, ${rejected} rejected`,
  otherLogs: (count: number) => `${s(count, 'rule')} for logs that kumomori does not read`,
  more: (count: number) => `and ${count} more; --limit 0 shows all`,
  rejectedRules: 'Rejected rules',
  problems: 'Problems',
};
