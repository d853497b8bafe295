/** What people add most often: checks and frameworks, listed by generated registries. Running them is the engine's. */
export { checks } from './checks.generated.ts';
export { frameworks } from './frameworks.generated.ts';
