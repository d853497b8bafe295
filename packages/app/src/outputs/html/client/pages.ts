/** Frameworks, exceptions, diagnostics. */
export const pagesScript = String.raw`
function frameworksPage() {
  return [h('h1', { class: 'page-title' }, say('frameworks')), h('p', { class: 'note wide' }, say('frameworksNote')),
    report.frameworks.length === 0 ? empty(say('noFrameworks')) : card(null, h('div', { class: 'fw-list' }, report.frameworks.map(frameworkLine)))];
}

const controlStates = { fail: 'failing', unknown: 'unknown', pass: 'passing', 'not-assessed': 'notAssessed', manual: 'manual' };

function frameworkPage(key, filter) {
  const framework = report.frameworks.find((one) => one.key === key);
  if (!framework) return [empty(say('noFrameworks'))];
  const wanted = filter.state || '';
  const rows = framework.controls.map(([control, status, numbers]) => {
    const checks = numbers.map((at) => report.checks[at]);
    return { control, checks, state: controlStates[status] };
  });
  const states = Object.values(controlStates);
  const counts = countBy(rows, (row) => row.state);
  const chips = states.filter((state) => counts.get(state)).map((state) => h('a', { class: 'chip', role: 'button', 'aria-pressed': String(wanted === state),
    href: link('framework/' + encodeURIComponent(key), { state: wanted === state ? '' : state }) }, h('span', { class: 'dot c-' + state }), say(state), h('strong', {}, number(counts.get(state)))));
  const shown = rows.filter((row) => !wanted || row.state === wanted);
  return [
    h('nav', { class: 'crumbs' }, h('a', { href: link('frameworks') }, '← ' + say('frameworks'))),
    h('h1', { class: 'page-title' }, framework.name + ' ' + framework.version),
    card(null, stackedBar(frameworkParts(framework)), legend(frameworkParts(framework), 'wide-legend'),
      h('p', { class: 'note' }, say('automated', { n: number(framework.automated), all: number(framework.controls.length || framework.automated + framework.manual) }) + (language === 'ja' ? '。' : '. ') +
        (framework.own ? say('ownMapping') + ' ' : '') + (framework.complete ? '' : say('incomplete')))),
    h('div', { class: 'chips' }, chips),
    card(null, dataTable([say('control'), say('status'), say('checks')], shown.map((row) => [
      mono(row.control),
      h('span', { class: 'state' }, h('span', { class: 'dot c-' + row.state }), say(row.state)),
      row.checks.length === 0 ? h('span', { class: 'dim' }, '—') : h('ul', { class: 'plain' }, row.checks.map((check) => checkLine(check))),
    ]))),
  ];
}

function checkLine(check) {
  const count = verdictsOf.get(check).fail;
  return h('li', {}, count > 0 ? h('a', { href: link('findings', { check: check.id, suppressed: 'all' }) }, check.title[language]) : h('span', {}, check.title[language]),
    count > 0 ? [' ', h('span', { class: 'mini fail' }, number(count))] : null);
}

function exceptionsPage() {
  const list = findings.filter((finding) => finding.suppressed);
  const notes = report.diagnostics.filter((one) => one.exception);
  return [h('h1', { class: 'page-title' }, say('exceptions')), h('p', { class: 'note wide' }, say('exceptionsNote')),
    notes.length > 0 ? card(say('exceptionNotes'), diagnosticTable(notes)) : null,
    list.length === 0 ? empty(say('noExceptions')) : card(null, dataTable([say('severity'), say('check'), say('resource'), say('by'), say('owner'), say('reason'), say('expires')], list.slice(0, PRINTED_ROWS).map((finding) => [
      badge(finding.severity), h('a', { href: link('finding/' + encodeURIComponent(finding.id)) }, finding.check.title[language]), mono(finding.address),
      say(finding.suppressed.by), finding.suppressed.owner || '', finding.suppressed.reason || '', finding.suppressed.expires || say('never'),
    ])), list.length > PRINTED_ROWS ? h('p', { class: 'more' }, h('a', { href: link('findings', { suppressed: 'only' }) }, say('seeAll') + ' →')) : null)];
}

function outcomeOf(finding) {
  const outcomes = finding.comparisons.map((one) => one.outcome);
  return ['disagrees', 'agrees', 'undecided', 'not-judged'].find((one) => outcomes.includes(one)) || 'noEquivalent';
}

function externalPage() {
  const order = ['disagrees', 'undecided', 'not-judged', 'noEquivalent', 'agrees'];
  const list = (report.external || []).map((finding) => ({ finding, outcome: outcomeOf(finding) }));
  list.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const counts = countBy(list, (one) => one.outcome);
  return [h('h1', { class: 'page-title' }, say('external')), h('p', { class: 'note wide' }, say('externalNote')),
    h('div', { class: 'chips' }, order.filter((one) => counts.get(one)).map((one) => h('span', { class: 'chip' }, say(one), h('strong', {}, number(counts.get(one)))))),
    list.length === 0 ? empty(say('noExternal')) : card(null, dataTable([say('status'), say('severity'), say('tool'), say('check'), say('resource'), say('message'), say('ours')], list.slice(0, PRINTED_ROWS).map(({ finding, outcome }) => [
      say(finding.status), badge(finding.severity), finding.tool, mono(finding.check), mono(finding.resource.id), finding.message,
      finding.comparisons.length === 0 ? say(outcome) : h('ul', { class: 'plain' }, finding.comparisons.map((one) => h('li', {}, mono(one.checkId), ' ', one.status ? say(one.status) + ' · ' : '', say(one.outcome)))),
    ])))];
}

function diagnosticTable(list) {
  return dataTable([say('severity'), say('where'), say('message')], list.slice(0, PRINTED_ROWS).map((one) => [
    pill(say(one.severity), 'd-' + one.severity), mono(one.file + (one.line ? ':' + one.line : '')), one.message]));
}

function diagnosticsPage() {
  return [h('h1', { class: 'page-title' }, say('diagnostics')), h('p', { class: 'note wide' }, say('diagnosticsNote')),
    report.diagnostics.length === 0 ? empty(say('noDiagnostics')) : card(null, diagnosticTable(report.diagnostics)),
  ];
}

/** What was not looked at, and what would change that. */
function coveragePage() {
  const gaps = report.coverage;
  const of = (permission) => gaps.filter((gap) => gap.permission === permission);
  const permissions = report.missing.map((permission) => [permission, of(permission), report.unanswered.filter((group) => group.permission === permission).reduce((sum, group) => sum + group.count, 0)]);
  return [h('h1', { class: 'page-title' }, say('coverage')), h('p', { class: 'note wide' }, say('coverageNote')),
    permissions.length > 0 ? card(say('missingPermissions'), h('p', { class: 'note sub' }, say('missingPermissionsNote')),
      dataTable([say('permission'), say('calls'), say('unknown')], permissions.map(([permission, list, count]) => [mono(permission), number(list.length), count > 0 ? number(count) : h('span', { class: 'dim' }, '—')]))) : null,
    report.unanswered.length > 0 ? card(say('undecidedBecause'), dataTable([say('reason'), say('permission'), say('unknown')], report.unanswered.slice(0, PRINTED_ROWS).map((group, at) => [
      group.reason, group.permission ? mono(group.permission) : h('span', { class: 'dim' }, '—'), h('a', { href: link('findings', { status: 'unknown', waits: String(at) }) }, number(group.count))]))) : null,
    gaps.length > 0 ? card(say('callsWithoutAnswer') + ' (' + number(gaps.length) + ')', dataTable([say('where'), say('operation'), say('reason'), say('permission')], gaps.slice(0, PRINTED_ROWS).map((gap) => [mono(gap.scope), mono(gap.operation), gap.reason, gap.permission ? mono(gap.permission) : h('span', { class: 'dim' }, '—')])),
      gaps.length > PRINTED_ROWS ? h('p', { class: 'note' }, say('moreGaps', { n: number(gaps.length - PRINTED_ROWS) })) : null) : null,
    gaps.length === 0 && report.unanswered.length === 0 ? empty(say('noGaps')) : null];
}
`;
