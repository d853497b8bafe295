/** Reads the embedded data back into objects; positions as written by report-data.ts. */
export const dataScript = String.raw`
const report = JSON.parse(document.getElementById('data').textContent);
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];
const STATUSES = ['fail', 'unknown', 'pass', 'not-applicable'];
const text = (number) => (number < 0 ? null : report.texts[number]);
const folderOf = (file) => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.');

function readFinding(row, index) {
  const check = report.checks[row[1]];
  return {
    index, row, check,
    id: row[0],
    status: STATUSES[row[2]],
    severity: SEVERITIES[row[3]],
    rank: row[3],
    message: { en: text(row[4]), ja: text(row[5]) },
    name: text(row[6]),
    type: text(row[7]),
    account: text(row[8]),
    region: text(row[9]),
    address: text(row[11]),
    block: text(row[12]) + ':' + row[13],
    folder: row[24] === 1 ? '' : folderOf(text(row[12])),
    file: text(row[14]),
    place: text(row[14]) + ':' + row[15],
    fixAt: row[16] < 0 ? null : text(row[16]) + ':' + row[17],
    others: row[19],
    suppressed: row[21] === 0 ? null : readSuppression(row[21]),
    patch: text(row[22]),
    live: row[24] === 1,
    waitsFor: row[25],
    risk: row[26] === 0 ? -1 : row[26][0],
    provider: (text(row[7]) || '').split('.')[0],
  };
}

function readSuppression(row) {
  return { by: text(row[0]), reason: text(row[1]), owner: text(row[2]), expires: text(row[3]), file: text(row[4]), line: row[5] };
}

/** What only the page of one finding needs. */
function readDetails(finding) {
  const row = finding.row;
  const tags = [];
  for (let at = 0; at < row[10].length; at += 2) tags.push([text(row[10][at]), text(row[10][at + 1])]);
  const evidence = row[18].map((piece) => ({
    path: text(piece[0]), value: text(piece[1]), state: text(piece[2]), file: text(piece[3]), line: piece[4], reason: text(piece[5]),
    call: piece.length > 7 ? text(piece[7]) : null, at: piece.length > 8 ? text(piece[8]) : null,
    chain: piece[6].flatMap((_, at) => (at % 3 === 0 ? [{ name: text(piece[6][at]), file: text(piece[6][at + 1]), line: piece[6][at + 2] }] : [])),
  }));
  const instances = row[20].map((one) => ({ address: text(one[0]), name: text(one[1]), message: { en: text(one[2]), ja: text(one[3]) } }));
  const context = [];
  for (let at = 2; row[26] !== 0 && at < row[26].length; at += 2) context.push({ en: text(row[26][at]), ja: text(row[26][at + 1]) });
  const paths = row[26] === 0 ? [] : row[26][1].map(text);
  return { tags, evidence, context, paths, instances, frame: row[23] === 0 ? null : readFrame(row[23]) };
}

function readFrame(row) {
  const lines = [];
  for (let at = 0; at < row[4].length; at += 3) {
    lines.push({ number: row[1] + at / 3, text: text(row[4][at]), from: row[4][at + 1], to: row[4][at + 2] });
  }
  return { file: text(row[0]), absent: row[2] === 1, evidence: row[3], lines };
}

const findings = report.findings.map(readFinding);
const findingById = new Map(findings.map((finding) => [finding.id, finding]));
/** Verdicts of each check, suppressed ones included. */
const verdictsOf = new Map(report.checks.map((check) => [check, { fail: 0, unknown: 0 }]));
for (const finding of findings) if (finding.status === 'fail' || finding.status === 'unknown') verdictsOf.get(finding.check)[finding.status] += 1;
// Of the same severity what opens the gravest attack paths comes first.
if (report.attackPaths) findings.sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || a.rank - b.rank || b.risk - a.risk || a.index - b.index);
const openFindings = findings.filter((finding) => finding.status === 'fail' && !finding.suppressed);

/** One lower-case text to search in, made at the first search. */
function haystack(finding) {
  if (finding.haystack === undefined) {
    finding.haystack = [
      finding.check.id, finding.check.title.en, finding.check.title.ja, finding.message.en, finding.message.ja,
      finding.name, finding.type, finding.address, finding.account || '', finding.region || '', finding.place, finding.block, (finding.check.equivalents || []).join(' '),
    ].join('\n').toLowerCase();
  }
  return finding.haystack;
}
`;
