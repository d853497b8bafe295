/** Requests to addresses that users typed in: only to where the operator of the server allows. What is sent is others' business. */
export type { AddressKind } from './addresses.ts';
export { specialAddress } from './addresses.ts';
export type { GuardReason, OutgoingPolicy, UrlVerdict } from './check-url.ts';
export { checkUrl, internetOnly } from './check-url.ts';
export { guardedFetch } from './fetch.ts';
export type { GuardedAnswer, GuardedOptions, GuardedRequest, RequestFailure } from './request.ts';
export { failureOf, guardedRequest } from './request.ts';
export type { ResolvedAddress, ResolveOptions } from './resolve.ts';
export { checkedAddresses, GuardRefusal } from './resolve.ts';
