/**
 * OSCAL assessment results 1.1.2 as JSON (NIST, https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/assessment-results/json-reference/, read
 * 2026-11-22). Satisfied is only what passed or what a person answered as met; what is undecided is not satisfied, and says so. Controls
 * that nobody looked at have no finding. Ids come from the content: the same scan makes the same document.
 */
import { createHash } from 'node:crypto';
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { messagesIn } from '../../i18n/index.ts';
import { toJson } from '../finding-view.ts';
import type { FrameworkReport, ReportedControl, ReportedResource } from './report.ts';
import { trendLines } from './trend.ts';
import { aboutLines, countsText, exceptionText, frameworkName, questionText, scoreLines, statusText, targetLines } from './words.ts';

const OSCAL_VERSION = '1.1.2';
/** Names of ours among the properties. */
const NAMESPACE = 'https://kumomori.dev/ns/oscal';

type Json = string | { readonly [key: string]: Json | undefined } | readonly Json[];

interface Assessing {
  readonly report: FrameworkReport;
  readonly language: Language;
  readonly messages: Messages;
  /** Of everything in this document. */
  readonly uuid: (...parts: readonly string[]) => string;
}

export function frameworkOscal(report: FrameworkReport, language: Language): string {
  const { id, version } = report.framework;
  const seed = [id, version, report.scannedAt, ...report.targets.map(({ kind, path }) => `${kind} ${path}`)];
  const assessing = {
    report,
    language,
    messages: messagesIn(language),
    uuid: (...parts: readonly string[]) => uuidOf([...seed, ...parts]),
  };
  return toJson({ 'assessment-results': documentOf(assessing) });
}

function documentOf(assessing: Assessing): Json {
  const { report, language, messages, uuid } = assessing;
  const { reports: texts } = messages;
  const title = `${texts.heading}: ${frameworkName(report, language)} ${report.framework.version}`;
  const plan = uuid('plan');
  const scope = targetLines(report, messages).join('\n') || texts.targets;
  return {
    uuid: uuid('document'),
    metadata: {
      title,
      'last-modified': report.scannedAt,
      version: report.scannedAt,
      'oscal-version': OSCAL_VERSION,
      links: [{ href: `#${plan}`, rel: 'reference' }],
      roles: [{ id: 'assessor', title: 'Assessor' }],
      parties: [{ uuid: uuid('tool'), type: 'organization', name: `kumomori ${report.tool.version}` }],
      remarks: aboutLines(report, language, messages).join('\n\n'),
    },
    'import-ap': { href: `#${plan}`, remarks: texts.limits },
    results: [resultOf(assessing)],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: texts.targets,
          description: scope,
          props: [prop('framework', `${report.framework.id}@${report.framework.version}`)],
          // NIST's constraints want something that can be opened behind every resource.
          base64: { filename: 'scope.txt', 'media-type': 'text/plain', value: Buffer.from(scope).toString('base64') },
        },
      ],
    },
  };
}

function resultOf(assessing: Assessing): Json {
  const { report, language, messages, uuid } = assessing;
  const looked = report.controls.filter((control) => stateOf(control) !== null);
  const items = itemsOf(assessing);
  const observations = looked.flatMap((control) => observationsOf(control, assessing));
  return {
    uuid: uuid('result'),
    title: `${frameworkName(report, language)} ${report.framework.version}`,
    description: [...scoreLines(report, messages), ...(report.trend ? trendLines(report.trend, report, messages) : [])].join(' '),
    start: report.scannedAt,
    end: report.scannedAt,
    ...(items.length > 0 && { 'local-definitions': { 'inventory-items': items } }),
    'reviewed-controls': {
      'control-selections': [
        looked.length === 0
          ? { description: messages.reports.noScore }
          : { 'include-controls': looked.map(({ control }) => ({ 'control-id': tokenOf(control) })) },
      ],
    },
    ...(observations.length > 0 && { observations }),
    ...(looked.length > 0 && { findings: looked.map((control) => findingOf(control, assessing)) }),
  };
}

interface State {
  readonly state: 'satisfied' | 'not-satisfied';
  readonly reason: 'pass' | 'fail' | 'other';
}

/** Null where nobody looked: not assessed, or manual without an answer that decides. */
function stateOf({ status, answer }: ReportedControl): State | null {
  if (status === 'pass') return { state: 'satisfied', reason: 'pass' };
  if (status === 'fail') return { state: 'not-satisfied', reason: 'fail' };
  if (status === 'unknown') return { state: 'not-satisfied', reason: 'other' };
  if (status !== 'manual' || answer === null || answer.status === 'not-applicable') return null;
  return { state: answer.status === 'met' ? 'satisfied' : 'not-satisfied', reason: 'other' };
}

function itemsOf({ report, uuid }: Assessing): readonly Json[] {
  const items = new Map<string, Json>();
  for (const resource of report.controls.flatMap(({ resources }) => resources)) {
    const id = uuid('item', itemKey(resource));
    if (items.has(id)) continue;
    const { type, account, region, place } = resource;
    const props = [
      prop('resource-type', type),
      prop('place', place),
      ...(account === null ? [] : [prop('account', account)]),
      ...(region === null ? [] : [prop('region', region)]),
    ];
    items.set(id, { uuid: id, description: resource.name || resource.id, props });
  }
  return [...items.values()];
}

function itemKey({ type, id, name, place }: ReportedResource): string {
  return `${type}\n${id}\n${name}\n${place}`;
}

/** One for what the checks counted, one for each resource that fails or is undecided, one for an answer. */
function observationsOf(control: ReportedControl, { report, language, messages, uuid }: Assessing): readonly Json[] {
  const { answer, checks, resources, status } = control;
  const counted: readonly Json[] =
    checks.length === 0
      ? []
      : [
          {
            uuid: uuid('observation', control.control),
            title: control.title[language],
            description: `${statusText(control, messages)}: ${countsText(control, messages)}`,
            props: checks.map(({ id, state }) => prop('check', `${id} ${state}`)),
            methods: ['TEST'],
            collected: report.scannedAt,
          },
        ];
  const open = resources.map((resource): Json => {
    const exception = exceptionText(resource, messages);
    return {
      uuid: uuid('observation', control.control, resource.fingerprint),
      title: resource.checkId,
      description: resource.message[language],
      props: [
        prop('fingerprint', resource.fingerprint),
        prop('status', resource.status),
        prop('severity', resource.severity),
        ...(resource.suppressed === null ? [] : [prop('accepted-by', resource.suppressed.by)]),
      ],
      methods: ['TEST'],
      types: ['finding'],
      subjects: [{ 'subject-uuid': uuid('item', itemKey(resource)), type: 'inventory-item' }],
      'relevant-evidence': [{ description: `${resource.place}${resource.evidence === '' ? '' : `: ${resource.evidence}`}` }],
      collected: report.scannedAt,
      ...(exception !== '' && { remarks: exception }),
    };
  });
  if (answer === null || status !== 'manual') return [...counted, ...open];
  const said: Json = {
    uuid: uuid('answer', control.control),
    title: messages.reports.answers[answer.status],
    description: answer.note ?? questionText(control, language, messages),
    props: [prop('answered-by', answer.by)],
    methods: ['EXAMINE'],
    ...(answer.evidence.length > 0 && { 'relevant-evidence': answer.evidence.map((description) => ({ description })) }),
    collected: `${answer.date}T00:00:00Z`,
  };
  return [...counted, ...open, said];
}

function findingOf(control: ReportedControl, { report, language, messages, uuid }: Assessing): Json {
  const earlier = report.trend?.changes.find((each) => each.control === control.control)?.from;
  const { state, reason } = stateOf(control) ?? { state: 'not-satisfied', reason: 'other' };
  const observations = [
    ...(control.checks.length === 0 ? [] : [uuid('observation', control.control)]),
    ...control.resources.map(({ fingerprint }) => uuid('observation', control.control, fingerprint)),
    ...(control.answer && control.status === 'manual' ? [uuid('answer', control.control)] : []),
  ];
  return {
    uuid: uuid('finding', control.control),
    title: `${control.control} ${control.title[language]}`,
    description: statusText(control, messages),
    props: [
      prop('control-number', control.control),
      prop('status', control.status),
      ...(earlier === undefined ? [] : [prop('previous-status', earlier)]),
    ],
    target: {
      type: 'objective-id',
      'target-id': tokenOf(control.control),
      status: { state, reason, remarks: messages.reports.statusNotes[control.status] },
    },
    ...(observations.length > 0 && { 'related-observations': observations.map((each) => ({ 'observation-uuid': each })) }),
  };
}

function prop(name: string, value: string): Json {
  // A value may not be empty or begin or end with a space.
  return { name, ns: NAMESPACE, value: value.trim() === '' ? '-' : value.trim().replaceAll(/\s+/gu, ' ') };
}

/** A token of OSCAL begins with a letter; NIST's own catalogs write `AC-2(1)` as `ac-2.1`. */
export function tokenOf(control: string): string {
  const enhancement = /^([A-Z]{2})-(\d+)(?:\((\d+)\))?$/.exec(control);
  if (enhancement) {
    const [, family = '', number = '', part] = enhancement;
    return `${family.toLowerCase()}-${number}${part === undefined ? '' : `.${part}`}`;
  }
  const safe = control.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '_');
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}

/** RFC 9562 version 5: a hash of names. */
function uuidOf(parts: readonly string[]): string {
  const bytes = createHash('sha1')
    .update(`${NAMESPACE}\n${parts.join('\n')}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
