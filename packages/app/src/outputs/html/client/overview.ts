/** The first view: how bad it is, what to fix first, where. */
export const overviewScript = String.raw`
function severityParts(counts) {
  return SEVERITIES.map((severity) => ({ kind: severity, label: say(severity), count: counts[severity] || 0, href: link('findings', { severity }) }));
}

/** Groups worst first: the number of critical findings decides, then high, and so on. */
function ranked(list, keyOf) {
  const groups = new Map();
  for (const finding of list) {
    const key = keyOf(finding);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { key, first: finding, total: 0, counts: {} }));
    group.total += 1;
    group.counts[finding.severity] = (group.counts[finding.severity] || 0) + 1;
  }
  return [...groups.values()].sort((a, b) => {
    for (const severity of SEVERITIES) {
      const difference = (b.counts[severity] || 0) - (a.counts[severity] || 0);
      if (difference !== 0) return difference;
    }
    return b.total - a.total;
  });
}

function hero() {
  const summary = report.summary;
  const open = report.leftOut ? summary.fail : openFindings.length;
  const headline = open > 1 ? say('heroOpen', { n: number(open) }) : open === 1 ? say('heroOne') : say('heroClean');
  const sub = summary.resources === 0 ? say('heroEmpty') : say('heroSub', { resources: number(summary.resources), checks: number(summary.checks) });
  const when = new Date(report.startedAt).toLocaleString(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return h('section', { class: 'hero' }, cloudArt(),
    h('div', { class: 'hero-text' },
      h('h1', {}, headline), h('p', {}, sub),
      h('p', { class: 'hero-meta' }, mono(report.targets.join(', ')), h('span', {}, when), h('span', {}, say('took', { n: report.seconds })))));
}

function overviewPage() {
  const counts = report.leftOut ? report.summary.bySeverity : Object.fromEntries(countBy(openFindings, (finding) => finding.severity));
  const parts = severityParts(counts);
  const summary = report.summary;
  const verdicts = [
    { kind: 'v-pass', label: say('pass'), count: summary.pass },
    { kind: 'v-fail', label: say('fail'), count: summary.fail, href: link('findings', { status: 'fail', suppressed: 'all' }) },
    { kind: 'v-unknown', label: say('unknown'), count: summary.unknown, href: link('findings', { status: 'unknown' }) },
    { kind: 'v-na', label: say('not-applicable'), count: summary.notApplicable },
  ];
  const suppressed = summary.suppressed > 0 ? h('p', { class: 'note' }, h('a', { href: link('exceptions') }, say('suppressed') + ': ' + number(summary.suppressed))) : null;
  return [
    hero(),
    h('div', { class: 'grid two' },
      card(say('bySeverity'), h('div', { class: 'donut-row' }, donut(parts, report.leftOut ? report.summary.fail : openFindings.length, say('bySeverity')), legend(parts))),
      card(say('verdicts'), stackedBar(verdicts), legend(verdicts), suppressed, h('p', { class: 'note' }, say(report.live ? 'verdictsNoteLive' : 'verdictsNote')))),
    notLookedAt(),
    leftOut(),
    topChecks(),
    h('div', { class: 'grid two' }, riskyResources(), report.live ? byScope() : byFolder()),
    report.frameworks.length > 0 ? card(say('frameworks'), h('div', { class: 'fw-list' }, report.frameworks.map(frameworkLine))) : null,
  ];
}

function topChecks() {
  const groups = ranked(openFindings, (finding) => finding.check.id);
  const most = Math.max(1, ...groups.slice(0, 8).map((group) => group.total));
  const content = groups.length === 0 ? empty(say('noOpen')) : h('ol', { class: 'bars' }, groups.slice(0, 8).map((group) => {
    const bar = h('span', { class: 'bar ' + group.first.severity });
    bar.style.width = Math.max(2, (group.total / most) * 100) + '%';
    return h('li', {}, h('a', { href: link('findings', { check: group.key }) },
      badge(group.first.severity), h('span', { class: 'bar-title' }, group.first.check.title[language]),
      h('span', { class: 'bar-track' }, bar), h('strong', {}, number(group.total))));
  }));
  return card(say('topChecks'), h('p', { class: 'note sub' }, say('topChecksNote')), content,
    groups.length > 0 ? h('p', { class: 'more' }, h('a', { href: link('findings') }, say('seeAll') + ' →')) : null);
}

function riskyResources() {
  const groups = ranked(openFindings, (finding) => finding.address).slice(0, 8);
  return card(say('riskiest'), groups.length === 0 ? empty(say('noOpen')) : h('ul', { class: 'rank' }, groups.map((group) =>
    h('li', {}, h('a', { href: link('findings', { q: group.key }) },
      h('span', {}, h('strong', {}, group.first.name), mono(group.key)), severityPills(group.counts))))));
}

/** One line that nobody overlooks: silence would read as if all had been looked at. */
function notLookedAt() {
  if (report.coverage.length === 0 && report.unanswered.length === 0) return null;
  const undecided = report.unanswered.reduce((sum, group) => sum + group.count, 0);
  return h('a', { class: 'card notice', href: link('coverage') }, h('strong', {}, say('coverage')),
    h('span', {}, say('gapsLine', { gaps: number(report.coverage.length), undecided: number(undecided), permissions: number(report.missing.length) })), h('span', { class: 'go' }, say('seeAll') + ' →'));
}

/** Lists and charts are of the findings on this page; the verdicts above are all. */
function leftOut() {
  return report.leftOut ? h('p', { class: 'card notice' }, h('span', {}, say('leftOut', { n: number(report.leftOut), shown: number(findings.length) }))) : null;
}

function byScope() {
  const several = new Set(openFindings.map((finding) => finding.account)).size > 1;
  const groups = ranked(openFindings, (finding) => (several ? finding.account || '—' : finding.region || noRegion)).slice(0, 8);
  const target = (group) => (several ? { account: group.first.account || '' } : { region: group.key });
  return card(say(several ? 'byAccount' : 'byRegion'), groups.length === 0 ? empty(say('noOpen')) : h('ul', { class: 'rank' }, groups.map((group) =>
    h('li', {}, h('a', { href: link('findings', target(group)) }, h('span', {}, mono(group.key)), severityPills(group.counts))))));
}

function byFolder() {
  const groups = ranked(openFindings, (finding) => finding.folder).slice(0, 8);
  return card(say('byFolder'), groups.length === 0 ? empty(say('noOpen')) : h('ul', { class: 'rank' }, groups.map((group) =>
    h('li', {}, h('a', { href: link('findings', { folder: group.key }) }, h('span', {}, mono(group.key === '.' ? './' : group.key + '/')), severityPills(group.counts))))));
}

function frameworkParts(framework) {
  return [
    { kind: 'v-pass', label: say('passing'), count: framework.passing },
    { kind: 'v-fail', label: say('failing'), count: framework.failing },
    { kind: 'v-unknown', label: say('unknown'), count: framework.undecided },
    { kind: 'v-na', label: say('notAssessed'), count: framework.notAssessed },
    { kind: 'v-manual', label: say('manual'), count: framework.manual },
  ];
}

function frameworkLine(framework) {
  return h('a', { class: 'fw', href: link('framework/' + encodeURIComponent(framework.key)) },
    h('span', { class: 'fw-name' }, h('strong', {}, framework.name), ' ', h('span', { class: 'dim' }, framework.version)),
    stackedBar(frameworkParts(framework)),
    h('span', { class: 'fw-counts' }, frameworkParts(framework).map((part) => h('span', { class: 'fw-count' }, h('span', { class: 'dot ' + part.kind }), part.label + ' ' + number(part.count)))));
}
`;
