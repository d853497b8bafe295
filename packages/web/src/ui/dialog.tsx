import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Keeps the focus inside, closes with Escape. */
export function Dialog({ title, description, open, onClose, children }: DialogProps): ReactNode {
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        {/* Not Radix' overlay: that writes a style element, which the policy of the page forbids. */}
        <div className="dialog-overlay" />
        <Radix.Content className="dialog stack" {...(description === undefined ? { 'aria-describedby': undefined } : {})}>
          <Radix.Title asChild>
            <h2>{title}</h2>
          </Radix.Title>
          {description === undefined ? null : <Radix.Description className="soft">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
