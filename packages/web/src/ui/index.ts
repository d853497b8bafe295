/** Pieces that pages are built of. */
export { Badge, SeverityBadge, StateBadge } from './badge.tsx';
export { Button } from './button.tsx';
export { Dialog } from './dialog.tsx';
export { Field } from './field.tsx';
export { textOf, trimmedOf } from './form.ts';
export { Page } from './page.tsx';
export { Empty, Failed, Loading, Shown } from './states.tsx';
