/** What the logs that were read leave open: said, because silence would look like "no". */
import { isLogOf } from './log-kinds.ts';
import type { Messages } from '../i18n/index.ts';
import { assessReadiness } from './assess-readiness.ts';
import type { InvestigateOptions } from './investigate-entity.ts';
import type { InvestigationReport, OpenQuestion } from './investigation-report.ts';

type Known = Omit<InvestigationReport, 'openQuestions'>;

/** Questions of readiness that are told. */
const MAX_READINESS = 12;

/** Throws AppErrors for TARGETs that are not there. */
export async function openQuestions(
  known: Known,
  options: InvestigateOptions & { readonly messages: Messages },
): Promise<readonly OpenQuestion[]> {
  const texts = options.messages.investigate.open;
  const { entity, scope, logs, summary, news, chains, timeline, diagnostics } = known;
  const open: OpenQuestion[] = [];
  const say = (id: string, message: string): void => void open.push({ id, message });
  const sources = new Set(timeline.map(({ source }) => source));
  if (logs.isCut) say('too-many-events', texts.cut);
  if (logs.damaged + logs.unrecognized > 0) say('records-not-read', texts.notRead(logs.damaged + logs.unrecognized));
  if (diagnostics.some(({ severity }) => severity === 'error')) say('objects-not-read', texts.objects(diagnostics.length));
  if (summary.events > timeline.length) say('timeline-cut', texts.timelineCut(timeline.length, summary.events));
  if (scope.from === null) say('no-scope', texts.noScope);
  else if (news.baselineEvents === 0) say('no-baseline', texts.noBaseline);
  for (const account of foreignAccounts(known)) say('account-not-read', texts.account(account));
  const unknownOrigin = originless(known);
  if (unknownOrigin.length > 0) say('origin-unknown', texts.origin(unknownOrigin.slice(0, 5), unknownOrigin.length));
  if (timeline.some(({ relation }) => relation === 'possibly')) say('shared-account', texts.possibly);
  if (chains.some(({ from }) => /^A(?:IDA|ROA)/.test(from.principal ?? ''))) say('asker-unnamed', texts.unnamed);
  const touched = timeline.filter(
    ({ resource }) => resource?.startsWith('arn:aws:s3:::') === true || entity.text.startsWith('arn:aws:s3:::'),
  );
  if (touched.length > 0 && !timeline.some((row) => isLogOf('object-reads', row))) say('object-reads', texts.objectReads);
  if (sources.has('aws.cloudtrail') && ![...sources].some((source) => isLogOf('network', { source }))) say('network', texts.network);
  return [...open, ...(await ofReadiness(known, options))];
}

/** Accounts that the chain leads into and no event is of. */
function foreignAccounts({ chains, timeline }: Known): readonly string[] {
  const read = new Set(timeline.map(({ account }) => account));
  const led = chains.flatMap(({ from, to, direction }) => (direction === 'onward' ? [to.account] : [from.account]));
  return [...new Set(led.filter((account) => account !== null && !read.has(account)))].flatMap((account) => account ?? []);
}

/** Temporary credentials of roles of which no event says who asked for them; those of a user's console session are made without an event. */
function originless({ chains, timeline }: Known): readonly string[] {
  const handedOut = new Set(chains.flatMap(({ to }) => to.credential ?? []));
  const used = timeline.flatMap(({ credential, principal }) =>
    credential?.startsWith('ASIA') === true && principal?.includes(':role/') === true && !handedOut.has(credential) ? [credential] : [],
  );
  return [...new Set(used)];
}

async function ofReadiness(
  { entity, principals }: Known,
  { targets, cwd, language, now, messages }: InvestigateOptions & { readonly messages: Messages },
): Promise<readonly OpenQuestion[]> {
  if (targets.length === 0) return [];
  const { questions } = await assessReadiness({ targets, questions: [], varFiles: [], cwd, language, now });
  const names = [entity.text, ...principals.flatMap(({ accounts }) => accounts.map(({ value }) => value))].map((name) =>
    name.toLowerCase(),
  );
  return questions
    .flatMap(({ id, question, subjects }) => {
      const lacking = subjects.filter(({ answer }) => answer === 'not' || answer === 'partly');
      const own = lacking.filter(
        ({ subject, type }) => type.endsWith('.account') || names.some((name) => subject.toLowerCase().includes(name)),
      );
      const [first] = own;
      if (!first) return [];
      return [
        {
          id: `readiness:${id}`,
          message: messages.investigate.open.readiness(question, first.subject, own.length, first.gaps[0]?.fix.summary ?? null),
        },
      ];
    })
    .slice(0, MAX_READINESS);
}
