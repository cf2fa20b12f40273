import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { askPylon } from '../../shared/client/editorClient';
import { byName, entryOf } from './options';

/** Types of custom fields (openapi.yaml, `CustomFieldDefinition`) whose value can name one thing. */
const KEY_TYPES = ['number', 'select', 'text', 'url'];

const canBeKey = ({ slug, type, is_read_only: isReadOnly }: IDataObject): boolean =>
	typeof slug === 'string' &&
	slug !== '' &&
	KEY_TYPES.includes(fieldText(type)) &&
	isReadOnly !== true;

/** Has no value, since an empty key field is refused. */
const NONE: INodePropertyOptions = {
	name: 'There Is No Custom Field of Issues for a Key',
	value: '',
	description: 'An admin can add one in Pylon: a text field is best. Then refresh this list.',
};

/**
 * Fetches the custom fields of issues in which 'Create If None Open' can keep its key.
 * @returns entries of a drop-down, with the slug as value; an entry that says what to do when there are none
 * @throws NodeOperationError whose message says what is wrong and what to do (see `askPylon`)
 */
export async function getIssueKeyFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const { records } = await askPylon(this, {
		template: '/custom-fields',
		query: { object_type: 'issue' },
	});
	const options = records
		.filter(canBeKey)
		.flatMap(({ slug, label, type }) =>
			entryOf(slug, label, `Custom field ${fieldText(slug)}, ${fieldText(type)}`),
		);
	return options.length === 0 ? [NONE] : byName(options);
}
