/** Logs: incidents and what people say of them, investigations, readiness. */
export { investigate, readiness } from './ask-lake.ts';
export type { InvestigationAsk } from './ask-lake.ts';
export { incidentStates, listIncidents, moveIncident, readIncident } from './incidents.ts';
export type { IncidentDetail, IncidentItem, IncidentMove, IncidentState } from './incidents.ts';
