import type { ReactNode } from 'react';
import { useTexts } from '../i18n/index.ts';

export interface BadgeProps {
  readonly tone?: 'critical' | 'high' | 'medium' | 'low' | 'info' | 'good';
  readonly children: ReactNode;
}

export function Badge({ tone = 'info', children }: BadgeProps): ReactNode {
  return <span className={`badge ${tone}`}>{children}</span>;
}

export function SeverityBadge({ severity }: { readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'info' }): ReactNode {
  const { shell } = useTexts();
  return <Badge tone={severity}>{shell.severity[severity]}</Badge>;
}

export function StateBadge({ state }: { readonly state: keyof ReturnType<typeof useTexts>['shell']['state'] }): ReactNode {
  const { shell } = useTexts();
  return <Badge tone={state === 'verified' ? 'good' : state === 'reopened' ? 'high' : 'info'}>{shell.state[state]}</Badge>;
}
