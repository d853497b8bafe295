import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../i18n/index.ts';
import type { ControlStatus } from './status.tsx';
import { statuses } from './status.tsx';

/** How many controls pass, fail and are not known, as one line; the numbers stand in its name. */
export function CoverageBar({ counts }: { readonly counts: Readonly<Record<ControlStatus, number>> }): ReactNode {
  const { frameworks } = useTexts();
  const formats = useFormats();
  const shown = statuses.filter((each) => counts[each] > 0);
  const text = shown.map((each) => `${frameworks.status[each]} ${formats.number(counts[each])}`).join(' · ');
  return (
    <div className="stack coverage">
      <div className="coverage-bar" role="img" aria-label={text}>
        {shown.map((each) => (
          <span key={each} className={each} style={{ flexGrow: counts[each] }} />
        ))}
      </div>
      <p className="small soft number" aria-hidden="true">
        {text}
      </p>
    </div>
  );
}
