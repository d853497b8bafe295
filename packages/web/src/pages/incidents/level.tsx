import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';

const TONES = { critical: 'critical', high: 'high', medium: 'medium', low: 'low', informational: 'info' } as const;

/** Sigma's levels. */
export function LevelBadge({ level }: { readonly level: string }): ReactNode {
  const { incidents } = useTexts();
  return level in TONES ? (
    <Badge tone={TONES[level as keyof typeof TONES]}>{incidents.level[level as keyof typeof TONES]}</Badge>
  ) : (
    <Badge>{level}</Badge>
  );
}
