/** Departments, business systems, and the rules that say who owns what until when. */
export { departmentsIn, listDepartments, listSystems, removeDepartment, removeSystem, saveDepartment, saveSystem } from './departments.ts';
export type { DepartmentSetting, SystemSetting } from './departments.ts';
export { previewOwnership } from './preview.ts';
export type { OwnershipPreview } from './preview.ts';
export { dueAt, exposureOf, knownEnvironment, placeResource, placementRules } from './rules.ts';
export type { DueAsked, Owner, PlacedResource, PlacementRules } from './rules.ts';
