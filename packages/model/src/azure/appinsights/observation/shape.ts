/** Whether a root module with apps watches them with Application Insights. */
export interface Observation {
  readonly hasComponent: boolean;
}
