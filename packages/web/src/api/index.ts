/** The API of the server. */
export { ApiProblem, call, urlOf } from './client.ts';
export type { Answer, OperationName, Request } from './client.ts';
export { useApi, useApiAction, useLiveUpdates } from './queries.ts';
