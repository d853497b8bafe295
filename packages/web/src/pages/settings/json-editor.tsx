import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { lineAndColumn, offsetOf, placedJson } from './json-positions.ts';

export interface JsonEditorProps {
  readonly value: unknown;
  /** Path → what is wrong there. */
  readonly problems: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly onChange: (value: unknown) => void;
  readonly onBroken: (isBroken: boolean) => void;
}

/** JSON as text; what is wrong is named with its line, and a click goes there. */
export function JsonEditor({ value, problems, readOnly, onChange, onBroken }: JsonEditorProps): ReactNode {
  const { settings } = useTexts();
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const area = useRef<HTMLTextAreaElement>(null);
  const placed = placedJson(text);
  const marks =
    'problemAt' in placed
      ? [{ offset: placed.problemAt, message: settings.noJson }]
      : [...problems].map(([path, message]) => ({ offset: offsetOf(placed.at, path), message: `${path}: ${message}` }));
  const write = (next: string): void => {
    setText(next);
    const read = placedJson(next);
    onBroken('problemAt' in read);
    if ('value' in read) onChange(read.value);
  };
  const go = (offset: number): void => {
    area.current?.focus();
    area.current?.setSelectionRange(offset, Math.min(text.length, offset + 1));
  };
  return (
    <div className="stack">
      <textarea
        ref={area}
        className="input json"
        aria-label="JSON"
        aria-invalid={marks.length > 0}
        aria-describedby="json-marks"
        spellCheck={false}
        rows={Math.min(32, text.split('\n').length + 1)}
        readOnly={readOnly}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      <ul id="json-marks" className="marks" aria-live="polite">
        {marks.map(({ offset, message }) => {
          const { line, column } = lineAndColumn(text, offset);
          return (
            <li key={`${offset} ${message}`}>
              <Button tone="quiet" className="problem" onClick={() => go(offset)}>
                {settings.atLine(String(line), String(column))} {message}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
