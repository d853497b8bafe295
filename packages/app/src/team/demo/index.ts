/** `npm run demo`: what the console shows after 90 days of work in the fictional company. */
export type { DemoLogin } from './fill-demo.ts';
export { makeDemo } from './make-demo.ts';
export type { MadeDemo } from './make-demo.ts';
