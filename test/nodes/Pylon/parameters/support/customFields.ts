import type { ResourceMapperField } from 'n8n-workflow';
import { withPylon } from '../../../../support/pylon';
import { addOtherTypes, emptyFields, schemaOf } from './writeCustomFields';

export const pylon = withPylon({ checkReplies: true });

export let schema: ResourceMapperField[];

export const before = { plan: { value: 'free' }, products: { value: '', values: ['desk'] } };

beforeEach(async () => {
	addOtherTypes(pylon);
	emptyFields(pylon, before);
	schema = await schemaOf(pylon);
});
