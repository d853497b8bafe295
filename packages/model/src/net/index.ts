/** Address arithmetic: CIDR intervals and what counts as the internet. Ports and protocols belong to the resource shapes. */
export * from './cidr.ts';
