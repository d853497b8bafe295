import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';

/** A run that waits or works, with how far it is. */
export function RunProgress({ run }: { readonly run: { readonly state: string; readonly progress: unknown } }): ReactNode {
  const { sources: texts } = useTexts();
  const { phase, done, total } = partsOf(run.progress);
  const text =
    run.state === 'queued'
      ? texts.states.queued
      : phase in texts.phases
        ? texts.phases[phase as keyof typeof texts.phases]
        : texts.states.running;
  return (
    <span className="row" role="status">
      <progress aria-label={text} {...(total > 0 ? { value: Math.min(done, total), max: total } : {})} />
      <span className="small">{text}</span>
    </span>
  );
}

function partsOf(progress: unknown): { readonly phase: string; readonly done: number; readonly total: number } {
  const read = (name: string): unknown => (typeof progress === 'object' && progress !== null ? Reflect.get(progress, name) : undefined);
  const phase = read('phase');
  return { phase: typeof phase === 'string' ? phase : '', done: Number(read('done') ?? 0), total: Number(read('total') ?? 0) };
}
