/** A Front Door of the standard or premium kind. Source: Azure Front Door documentation, read 2026-11-22. */
export interface FrontDoorProfile {
  /** A security policy with a web application firewall belongs to it. */
  readonly hasSecurityPolicy: boolean;
  /** False for the profiles of classic Azure CDN, which have none. */
  readonly isFrontDoor: boolean;
}
