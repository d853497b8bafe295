/** Files that show an answer: kept, downloaded, removed. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { urlOf, useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Button, Field } from '../../ui/index.ts';
import type { ControlProps } from './control-detail.tsx';

const MAX_BYTES = 10 * 1_048_576;

export function Evidence({ framework, control }: ControlProps): ReactNode {
  const { frameworks } = useTexts();
  const formats = useFormats();
  const may = useMay('frameworks.answer');
  const remove = useApiAction('removeEvidence', ['getFramework']);
  return (
    <section className="stack">
      <h3>{frameworks.evidence}</h3>
      {control.evidence.length === 0 ? (
        <p className="soft">{frameworks.noEvidence}</p>
      ) : (
        <ul>
          {control.evidence.map(({ id, name, sizeBytes, by, at }) => (
            <li key={id}>
              <a href={urlOf('getEvidence', { params: { id } })} download style={{ overflowWrap: 'anywhere' }}>
                {name}
              </a>{' '}
              <span className="soft small">
                {frameworks.bytes(formats.number(Math.ceil(sizeBytes / 1024)))} · {frameworks.by(by, formats.time(at))}
              </span>{' '}
              {may ? (
                <Button
                  tone="quiet"
                  aria-label={frameworks.removeFile(name)}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ params: { id } })}
                >
                  ×
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {remove.error ? <p className="problem">{remove.error.message}</p> : null}
      {may ? <Upload framework={framework} control={control} /> : null}
    </section>
  );
}

function Upload({ framework, control }: ControlProps): ReactNode {
  const { frameworks, shell } = useTexts();
  const types = useApi('listEvidenceTypes', {});
  const add = useApiAction('addEvidence', ['getFramework']);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    add.reset();
    setProblem(file.size > MAX_BYTES ? frameworks.tooLarge : null);
    if (file.size > MAX_BYTES) return;
    const body = { control: control.control, name: file.name, mediaType: file.type || 'text/plain', content: await base64Of(file) };
    add.mutate({ params: { id: framework.id, version: framework.version }, body }, { onSettled: () => (input.value = '') });
  };
  return (
    <>
      <Field label={frameworks.addFile} hint={frameworks.fileHint} problem={problem ?? add.error?.message}>
        <input
          type="file"
          accept={types.data?.mediaTypes.join()}
          disabled={add.isPending}
          onChange={({ currentTarget }) => void send(currentTarget)}
        />
      </Field>
      {add.isPending ? <span role="status">{shell.loading}</span> : null}
    </>
  );
}

/** `data:…;base64,` is left out. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });
}
