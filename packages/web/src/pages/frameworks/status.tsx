import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';

export type Control = Answer<'getFramework'>['controls'][number];
export type ControlStatus = Control['status'];

export const statuses: readonly ControlStatus[] = ['fail', 'unknown', 'pass', 'not-assessed', 'manual'];

const TONES = { fail: 'high', unknown: 'medium', pass: 'good', 'not-assessed': 'info', manual: 'low' } as const;

export function ControlBadge({ status }: { readonly status: ControlStatus }): ReactNode {
  const { frameworks } = useTexts();
  return <Badge tone={TONES[status]}>{frameworks.status[status]}</Badge>;
}

export function openOf({ checks }: Control): number {
  return checks.reduce((sum, { open }) => sum + open, 0);
}
