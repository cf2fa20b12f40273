import { isUnknownRecord } from '../../../../nodes/shared/client/unknownRecord';

const thrown = (status: number | undefined, data?: unknown) => ({
	context: { pylon: { status }, data },
});

test.each<[unknown, boolean]>([
	[thrown(404, { errors: ['Issue not found!'], request_id: 'r' }), true],
	[thrown(404, { errors: ['Issue not found!', 'Contact not found!'] }), true],
	[thrown(404, { errors: ['Not a valid API URL!'], code: 'not_found' }), false],
	[thrown(404, { errors: [] }), false],
	[thrown(404, { errors: [5] }), false],
	[thrown(404, { errors: 'Issue not found!' }), false],
	[thrown(404, { message: 'no Route matched' }), false],
	[thrown(404), false],
	[thrown(400, { errors: ['Issue not found!'] }), false],
	[thrown(undefined), false],
	[new Error('Issue not found!'), false],
])('%j: %s', (error, isUnknown) => {
	expect(isUnknownRecord(error)).toBe(isUnknown);
});
