import {
	accounts,
	bench,
	call,
	created,
	items,
	listen,
	on,
	sendsIssue,
	asked,
} from './support/recordConditions';

/** The states of issues and the options of custom fields, as conditions of a search take them. */
const { pylon } = bench;

const custom = (slug: string, field: object) => ({ custom_fields: { [slug]: field } });

test.each<[field: string, label: string, changes: object]>([
	['record.state', 'On Hold', { state: 'on_hold' }],
	['record.state', ' WAITING ON YOU', { state: 'waiting_on_you' }],
	['record.custom_fields.product_area', 'REPORTS', custom('product_area', { value: 'reports' })],
	[
		'record.custom_fields.product_area.value',
		'Two Words',
		custom('product_area', { value: 'two_words' }),
	],
	[
		'record.custom_fields.platforms',
		'Two Words',
		custom('platforms', { value: '', values: ['web', 'two_words'] }),
	],
	['record.account.custom_fields.plan', 'Two Words', {}],
	['record.custom_fields.is_regression', 'Yes', custom('is_regression', { value: 'true' })],
])('%s equals %s', async (field, label, changes) => {
	addOption('product_area');
	addOption('platforms');
	addOption('plan');
	const account = pylon.sim.state.accounts.get(accounts.globex)!;
	pylon.sim.state.accounts.set(accounts.globex, {
		...account,
		custom_fields: { plan: { value: 'two_words' } },
	} as never);
	for (const [operator, runs] of [
		['equals', 1],
		['oneOf', 1],
		['notEquals', 0],
		['notOneOf', 0],
	] as const) {
		await listen(on(field, operator, label));
		pylon.sim.faults.clear();
		sendsIssue(changes);
		await call({ ...created, operator });
		expect([operator, items().length]).toEqual([operator, runs]);
		expect(items()[0]?.note).toBeUndefined();
	}
});

/** Adds an option whose label and slug differ in more than case. */
function addOption(slug: string): void {
	const { customFields } = pylon.sim.state;
	const added = { slug: 'two_words', label: 'Two words' };
	for (const field of [...customFields.values()].filter((one) => one.slug === slug))
		customFields.set(field.id, { ...field, options: [...(field.options ?? []), added] });
}

test('a state of the workspace, by its label; asked for once for many events', async () => {
	await listen(on('record.state', 'equals', 'Escalated'));
	for (const state of ['escalated', 'new', 'on_hold']) {
		pylon.sim.faults.clear();
		sendsIssue({ state });
		await call({ ...created, state });
	}
	expect(items()).toMatchObject([{ body: { state: 'escalated' } }]);
	expect(asked().filter((request) => request === 'GET /issue-statuses').length).toBeLessThan(2);
});

test.each([
	['record.state', 'Waiting', 'Waiting on you (waiting_on_you)'],
	['record.custom_fields.product_area', 'invoices', 'Billing (billing)'],
])('what %s cannot be is said: %s', async (field, value, choice) => {
	await listen(on(field, 'equals', value));
	sendsIssue({ state: 'on_hold', ...custom('product_area', { value: 'api' }) });
	const { body } = await call(created);
	expect(body).toMatchObject({
		note: expect.stringContaining(
			`'${field}' of 'Conditions' is compared with '${value}', which is none of its values: `,
		),
	});
	expect((body as { note: string }).note).toContain(choice);
});

test('where Pylon does not list the choices, values count as they are written', async () => {
	for (const [field, value, changes, runs] of [
		['record.state', 'On Hold', { state: 'on_hold' }, 1],
		['record.state', 'Resolved', { state: 'on_hold' }, 0],
		['record.custom_fields.product_area', 'API', custom('product_area', { value: 'api' }), 1],
		['record.custom_fields.product_area', 'None', custom('product_area', { value: 'api' }), 0],
	] as const) {
		await listen(on(field, 'equals', value));
		pylon.sim.faults.clear();
		for (const operationId of ['getIssueStatuses', 'getCustomFields'])
			pylon.sim.faults.add({ kind: 'status', status: 500, operationId });
		sendsIssue(changes);
		const { body } = await call({ ...created, field, value });
		expect([value, items().length]).toEqual([value, runs]);
		if (runs === 0) expect(body).not.toHaveProperty('note');
	}
});
