/** A form for any setting, by its shape. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useLanguage, useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { Check, Control, NumberInput, TextInput, TimeInput } from './inputs.tsx';
import type { ObjectShape, Shape } from './shape.ts';
import { recordOf, summaryOf, useWord } from './words.ts';

interface Part<Of extends Shape = Shape> {
  readonly shape: Of;
  readonly value: unknown;
  readonly path: string;
  readonly onChange: (value: unknown) => void;
  /** Path → what is wrong there. */
  readonly problems: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
}

export function ObjectForm({ shape, value, path, onChange, ...rest }: Part<ObjectShape>): ReactNode {
  const given = recordOf(value);
  const change = (name: string, next: unknown): void => {
    const { [name]: _, ...others } = given;
    onChange(shape.optional?.includes(name) && isEmpty(next) ? others : { ...given, [name]: next });
  };
  return (
    <div className="setting-grid">
      {Object.entries(shape.fields).map(([name, field]) => (
        <PartForm
          key={name}
          {...rest}
          name={name}
          shape={field}
          value={given[name]}
          path={path === '' ? name : `${path}.${name}`}
          onChange={(next) => change(name, next)}
        />
      ))}
    </div>
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function PartForm({ name, ...part }: Part & { readonly name: string }): ReactNode {
  const { settings } = useTexts();
  const { shape } = part;
  const label = settings.fields[name as keyof typeof settings.fields] ?? name;
  if (shape.kind === 'object') return <Group {...part} shape={shape} label={label} />;
  if (shape.kind === 'rows') return <Rows {...part} shape={shape} label={label} />;
  if (shape.kind === 'some') return <Some {...part} shape={shape} label={label} />;
  if (shape.kind === 'channels') return <Channels {...part} label={label} />;
  if (shape.kind === 'switch') return <Check label={label} isOn={part.value === true} disabled={part.readOnly} onChange={part.onChange} />;
  return <Single {...part} label={label} />;
}

type Labelled<Of extends Shape = Shape> = Part<Of> & { readonly label: string };

function Single({ shape, value, path, onChange, problems, readOnly, label }: Labelled): ReactNode {
  const { settings } = useTexts();
  const hints: Readonly<Record<string, string>> = settings.hints;
  const hint = hints[path.replaceAll(/\d+\./gu, '')];
  return (
    <Control label={label} hint={hint} problem={problems.get(path)} isWide={shape.kind === 'text' && shape.long === true}>
      {(common) => {
        const shared = { ...common, disabled: readOnly };
        if (shape.kind === 'number') return <NumberInput {...shared} shape={shape} value={value} onChange={onChange} />;
        if (shape.kind === 'time') return <TimeInput {...shared} orNull={shape.orNull === true} value={value} onChange={onChange} />;
        if (shape.kind === 'one') return <One {...shared} shape={shape} value={value} onChange={onChange} />;
        if (shape.kind === 'department')
          return <DepartmentInput {...shared} orNull={shape.orNull === true} value={value} onChange={onChange} />;
        if (shape.kind === 'lines')
          return (
            <TextInput
              {...shared}
              isLong
              value={Array.isArray(value) ? value.join('\n') : ''}
              onChange={(text) => onChange(text === '' ? [] : text.split('\n'))}
            />
          );
        return (
          <TextInput
            {...shared}
            isLong={shape.kind === 'text' && shape.long === true}
            value={typeof value === 'string' ? value : ''}
            onChange={onChange}
          />
        );
      }}
    </Control>
  );
}

interface InputProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function One({ shape, value, onChange, ...rest }: InputProps & { readonly shape: Extract<Shape, { kind: 'one' }> }): ReactNode {
  const { settings } = useTexts();
  const word = useWord();
  return (
    <select
      {...rest}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      {shape.orNull ? <option value="">{settings.none}</option> : null}
      {shape.options.map((option) => (
        <option key={option} value={option}>
          {word(shape.words, option)}
        </option>
      ))}
    </select>
  );
}

function DepartmentInput({ orNull, value, onChange, ...rest }: InputProps & { readonly orNull: boolean }): ReactNode {
  const { language, texts } = useLanguage();
  const list = useApi('listDepartments', {}).data?.departments ?? [];
  const now = typeof value === 'string' ? value : '';
  return (
    <select {...rest} value={now} onChange={({ target }) => onChange(target.value === '' && orNull ? null : target.value)}>
      <option value="">{orNull ? texts.settings.nobody : texts.settings.chooseOne}</option>
      {now === '' || list.some(({ id }) => id === now) ? null : <option value={now}>{now}</option>}
      {list.map(({ id, name }) => (
        <option key={id} value={id}>
          {name[language]}
        </option>
      ))}
    </select>
  );
}

function Some({ shape, value, path, onChange, problems, readOnly, label }: Labelled<Extract<Shape, { kind: 'some' }>>): ReactNode {
  const { settings } = useTexts();
  const word = useWord();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (option: string | number): void => {
    const next = shape.options.filter((each) => (each === option ? !chosen.includes(each) : chosen.includes(each)));
    onChange(next.length === 0 && shape.orNull ? null : next);
  };
  return (
    <fieldset className="field set">
      <legend className="label">
        {label}
        {shape.orNull ? <span className="soft small"> {settings.noneIsAny}</span> : null}
      </legend>
      <div className="row">
        {shape.options.map((option) => (
          <Check
            key={option}
            label={word(shape.words, String(option))}
            isOn={chosen.includes(option)}
            disabled={readOnly}
            onChange={() => toggle(option)}
          />
        ))}
      </div>
      {problems.has(path) ? <span className="problem small">{problems.get(path)}</span> : null}
    </fieldset>
  );
}

function Channels({ value, path, onChange, problems, readOnly, label }: Labelled): ReactNode {
  const { settings } = useTexts();
  const channels = useApi('listChannels', {}).data?.channels.map(({ id }) => id) ?? [];
  const chosen = (Array.isArray(value) ? value : []).filter((each): each is string => typeof each === 'string');
  const all = [...channels, ...chosen.filter((each) => !channels.includes(each))];
  return (
    <fieldset className="field set">
      <legend className="label">{label}</legend>
      <div className="row">
        {all.length === 0 ? <span className="soft small">{settings.noChannels}</span> : null}
        {all.map((each) => (
          <Check
            key={each}
            label={each}
            isOn={chosen.includes(each)}
            disabled={readOnly}
            onChange={(isOn) => onChange(isOn ? [...chosen, each] : chosen.filter((other) => other !== each))}
          />
        ))}
      </div>
      {problems.has(path) ? <span className="problem small">{problems.get(path)}</span> : null}
    </fieldset>
  );
}

function Group({ label, ...part }: Labelled<ObjectShape>): ReactNode {
  const { settings } = useTexts();
  const { orNull } = part.shape;
  const isOn = part.value !== null && part.value !== undefined;
  const hints: Readonly<Record<string, string>> = settings.hints;
  const hint = hints[part.path.replaceAll(/\d+\./gu, '')];
  return (
    <fieldset className="group stack">
      <legend>{label}</legend>
      {hint ? <p className="soft small">{hint}</p> : null}
      {orNull ? (
        <Check label={settings.switchedOn} isOn={isOn} disabled={part.readOnly} onChange={(on) => part.onChange(on ? orNull : null)} />
      ) : null}
      {isOn || !orNull ? <ObjectForm {...part} /> : null}
    </fieldset>
  );
}

function Rows({ label, ...part }: Labelled<Extract<Shape, { kind: 'rows' }>>): ReactNode {
  const { settings } = useTexts();
  const { shape, value, path, onChange, problems, readOnly } = part;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const hints: Readonly<Record<string, string>> = settings.hints;
  const hint = hints[path];
  const add = (): void => onChange([...list, 'id' in shape.item.fields ? { id: freshId(list), ...shape.fresh } : shape.fresh]);
  return (
    <fieldset className="group stack">
      <legend>{label}</legend>
      {hint ? <p className="soft small">{hint}</p> : null}
      {list.length === 0 ? <p className="soft small">{settings.noRows}</p> : null}
      {list.map((item, index) => (
        <Row
          key={index}
          shape={shape.item}
          value={item}
          path={`${path}.${index}`}
          problems={problems}
          readOnly={readOnly}
          onChange={(next) => onChange(list.with(index, next))}
          onUp={index === 0 ? null : () => onChange(moved(list, index))}
          onRemove={() => onChange(list.toSpliced(index, 1))}
        />
      ))}
      {problems.has(path) ? <span className="problem small">{problems.get(path)}</span> : null}
      {readOnly ? null : (
        <div className="row">
          <Button aria-label={`${settings.addRow}: ${label}`} onClick={add}>
            {settings.addRow}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function freshId(list: readonly unknown[]): string {
  const known = new Set(list.map((each) => recordOf(each)['id']));
  let number = list.length + 1;
  while (known.has(`rule-${number}`)) number += 1;
  return `rule-${number}`;
}

function moved(list: readonly unknown[], index: number): readonly unknown[] {
  return [...list.slice(0, index - 1), list[index], list[index - 1], ...list.slice(index + 1)];
}

interface RowProps extends Part<ObjectShape> {
  readonly onUp: (() => void) | null;
  readonly onRemove: () => void;
}

function Row({ onUp, onRemove, ...part }: RowProps): ReactNode {
  const { settings, shell } = useTexts();
  const word = useWord();
  const titleId = useId();
  const isWrong = [...part.problems.keys()].some((each) => each === part.path || each.startsWith(`${part.path}.`));
  const { title, rest } = summaryOf(part.shape, part.value, word);
  return (
    <details className="setting-row" {...(isWrong ? { open: true } : {})}>
      <summary id={titleId}>
        <strong>{title}</strong> <span className="soft small">{rest}</span>
      </summary>
      <div className="stack">
        <ObjectForm {...part} />
        {part.readOnly ? null : (
          <div className="row">
            {onUp ? (
              <Button tone="quiet" aria-label={`${settings.moveUp}: ${title}`} onClick={onUp}>
                ↑ {settings.moveUp}
              </Button>
            ) : null}
            <Button tone="quiet" aria-label={`${shell.remove}: ${title}`} onClick={onRemove}>
              {shell.remove}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
