/** Who hears of what: notices into deliveries, deliveries through channels, tickets back. */
export { deliverWaiting, sendCollected, syncTickets } from './deliver.ts';
export type { DeliverOptions } from './deliver.ts';
export { listDeliveries, retryDelivery, testChannel } from './letters.ts';
export type { Letter } from './letters.ts';
export { newsOf, newsOfFinding, toldFindings } from './notices.ts';
export type { Notice, ToldFinding } from './notices.ts';
export { sendSoon, tell } from './tell.ts';
