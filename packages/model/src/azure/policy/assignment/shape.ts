/** A policy that is given to a subscription, group or resource. Source: Azure Policy documentation "Assignment structure", read 2026-11-22. */
export interface Assignment {
  /** False: it only reports. Default true. */
  readonly isEnforced: boolean;
}
