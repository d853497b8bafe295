/** Asks for an exception: what it covers with a preview, why, until when. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Answer, Request } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useFormats, useLanguage, useTexts } from '../../i18n/index.ts';
import { Button, Field, Shown } from '../../ui/index.ts';
import { Preview } from './preview.tsx';

type Body = Request<'requestException'>['body'];
type Scope = Pick<Body, 'ids' | 'selector'>;
type Finding = Answer<'getFinding'>;
type Match = Readonly<Record<(typeof LISTS)[number] | 'tags', string>>;

const LISTS = ['checks', 'accounts', 'resources'] as const;

interface RequestFormProps {
  /** Null: what is covered is typed in. */
  readonly findingId: string | null;
  readonly onDone: () => void;
}

export function RequestForm({ findingId, onDone }: RequestFormProps): ReactNode {
  const finding = useApi('getFinding', { params: { id: findingId ?? '' } }, { enabled: findingId !== null });
  if (findingId === null) return <Form finding={null} onDone={onDone} />;
  return <Shown query={finding}>{(data) => <Form key={data.id} finding={data} onDone={onDone} />}</Shown>;
}

function Form({ finding, onDone }: { readonly finding: Finding | null; readonly onDone: () => void }): ReactNode {
  const { exceptions: texts, shell } = useTexts();
  const [isOne, setOne] = useState(finding !== null);
  const [match, setMatch] = useState<Match>({ checks: finding?.checkId ?? '', accounts: finding?.account ?? '', resources: '', tags: '' });
  const scope = isOne && finding ? { ids: [finding.id] } : scopeOf(match);
  const action = useApiAction('requestException', ['listExceptions', 'getFinding']);
  const preview = useApi('previewException', { body: scope ?? {} }, { enabled: scope !== null });
  const held = scope === null ? undefined : preview.data;
  const gravest = held ? severities.find((each) => held.bySeverity[each] > 0) : undefined;
  const severity = gravest ?? finding?.severity ?? 'info';
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (scope === null) return;
    action.mutate({ body: { ...scope, ...answersIn(new FormData(event.currentTarget)) } }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={send}>
      <Scoped finding={finding} isOne={isOne} match={match} onOne={setOne} onMatch={setMatch} />
      <Preview query={preview} isAsked={scope !== null} />
      <Terms severity={severity} />
      {action.error ? (
        <p className="problem" role="alert">
          {action.error.message}
        </p>
      ) : null}
      <div className="row">
        <Button type="submit" tone="primary" disabled={action.isPending || scope === null}>
          {texts.send}
        </Button>
        <Button onClick={onDone}>{shell.cancel}</Button>
      </div>
    </form>
  );
}

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
const categories = ['accepted-risk', 'compensating-control', 'intended', 'planned-fix', 'vendor-dependency'] as const;

interface ScopedProps {
  readonly finding: Finding | null;
  readonly isOne: boolean;
  readonly match: Match;
  readonly onOne: (isOne: boolean) => void;
  readonly onMatch: (match: Match) => void;
}

function Scoped({ finding, isOne, match, onOne, onMatch }: ScopedProps): ReactNode {
  const { language, texts } = useLanguage();
  const { exceptions } = texts;
  const field = (name: keyof Match): ReactNode => (
    <Field key={name} label={exceptions.parts[name]} {...(name === 'tags' ? { hint: exceptions.tagHint } : {})}>
      <input value={match[name]} maxLength={2000} onChange={({ target }) => onMatch({ ...match, [name]: target.value })} />
    </Field>
  );
  return (
    <fieldset className="request-scope stack">
      <legend>{exceptions.scope}</legend>
      {finding === null ? null : (
        <>
          <label className="row">
            <input type="radio" name="scope" checked={isOne} onChange={() => onOne(true)} />
            <span>
              {exceptions.scopeOne}
              <span className="soft small" style={{ display: 'block', overflowWrap: 'anywhere' }}>
                {finding.title[language]} · {finding.resource.name ?? finding.resource.id}
              </span>
            </span>
          </label>
          <label className="row">
            <input type="radio" name="scope" checked={!isOne} onChange={() => onOne(false)} />
            {exceptions.scopeMatch}
          </label>
        </>
      )}
      {isOne ? null : (
        <>
          <p className="soft small">{exceptions.matchHint}</p>
          {[...LISTS, 'tags' as const].map(field)}
        </>
      )}
    </fieldset>
  );
}

function Terms({ severity }: { readonly severity: (typeof severities)[number] }): ReactNode {
  const { exceptions: texts } = useTexts();
  const formats = useFormats();
  const rules = useApi('getExceptionRules', {});
  const rule = rules.data?.rules.find((each) => each.severity === severity);
  const [category, setCategory] = useState<(typeof categories)[number]>('accepted-risk');
  const isProtected = category === 'compensating-control' || rule?.needsCompensatingControl === true;
  const roles = rule?.approverRoles.map((each) => (each in texts.roles ? texts.roles[each as keyof typeof texts.roles] : each)).join(', ');
  return (
    <>
      <Field label={texts.categoryLabel}>
        <select
          name="category"
          value={category}
          onChange={({ target }) => setCategory(categories.find((each) => each === target.value) ?? category)}
        >
          {categories.map((each) => (
            <option key={each} value={each}>
              {texts.category[each]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={texts.why} hint={texts.reasonHint}>
        <textarea name="reason" rows={3} required maxLength={4000} />
      </Field>
      {isProtected ? (
        <Field label={texts.compensating} {...(rule?.needsCompensatingControl ? { hint: texts.compensatingHint } : {})}>
          <textarea name="compensatingControl" rows={2} required={rule?.needsCompensatingControl === true} maxLength={4000} />
        </Field>
      ) : null}
      <Field label={texts.expires} {...(rule ? { hint: texts.latest(formats.day(rule.latest)) } : {})}>
        <input type="date" name="expires" required min={rules.data?.today} max={rule?.latest} />
      </Field>
      {rule && roles !== undefined ? <p className="soft small">{texts.approvers(roles, formats.number(rule.approvals))}</p> : null}
    </>
  );
}

/** Null: nothing says what is meant. */
function scopeOf({ tags, ...lists }: Match): Scope | null {
  const given = LISTS.flatMap((name) => (split(lists[name]).length === 0 ? [] : [[name, split(lists[name])] as const]));
  const pairs = split(tags).flatMap((each) => {
    const at = each.indexOf('=');
    return at < 1 ? [] : [[each.slice(0, at).trim(), each.slice(at + 1).trim()] as const];
  });
  if (given.length === 0 && pairs.length === 0) return null;
  return { selector: { ...Object.fromEntries(given), ...(pairs.length === 0 ? {} : { tags: Object.fromEntries(pairs) }) } };
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function answersIn(form: FormData): Omit<Body, 'ids' | 'selector' | 'severity'> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...{ category: categories.find((each) => each === text('category')) ?? 'accepted-risk', reason: text('reason') },
    ...{ compensatingControl: text('compensatingControl') || null, expires: text('expires') },
  };
}
