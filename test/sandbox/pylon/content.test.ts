import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();
const { articles, collections, users, macroGroups, tags } = seedIds;
const base = `/knowledge-bases/${seedIds.knowledgeBase}`;

describe('articles', () => {
	const article = { title: 'Tariffs', body_html: '<p>Three.</p>', author_user_id: users.nora };

	test('a slug is taken once per knowledge base', async () => {
		const answer = await bench().call('POST', `${base}/articles`, { ...article, slug: 'plans' });
		expectRefusal(answer, 400, 'slug: "plans" is already in use');
		expect(answer.body.exists_id).toBe(articles.plans);
	});

	test('translations are in languages of the knowledge base, one each', async () => {
		const inLanguage = (language: string) => ({
			...article,
			translations: [{ language, title: 'Tarife', body_html: '<p>Drei.</p>' }],
		});
		expectRefusal(
			await bench().call('POST', `${base}/articles`, inLanguage('pt')),
			400,
			'does not have "pt"',
		);
		expectRefusal(
			await bench().call('POST', `${base}/articles`, inLanguage('en')),
			400,
			'"en" is there already',
		);
		expectRefusal(
			await bench().call('PATCH', `${base}/articles/${articles.plans}`, {
				language: 'de',
				title: 'Tarife',
			}),
			400,
			'no translation "de"',
		);
	});

	test('publishing a new body needs one, and leaves other languages alone', async () => {
		const path = `${base}/articles/${articles.export}`;
		expectRefusal(
			await bench().call('PATCH', path, { publish_updated_body_html: true }),
			400,
			'needs body_html',
		);
		await bench().call('PATCH', path, { body_html: '<p>New</p>', publish_updated_body_html: true });
		expect(bench().sim.state.articles.get(articles.export)?.texts).toMatchObject({
			en: { draft_html: '<p>New</p>', published_html: '<p>New</p>' },
			de: { published_html: '<p>Einstellungen, dann Export.</p>' },
		});
	});

	test('a review needs a reviewer of the knowledge base and an unpublished draft', async () => {
		const review = (id: string, body: object) =>
			bench().call('POST', `${base}/articles/${id}/request-review`, body);
		expectRefusal(
			await review(articles.refunds, { reviewer_user_ids: [users.priya] }),
			400,
			'is not a reviewer',
		);
		expectRefusal(await review(articles.refunds, {}), 400, 'request_ai_review is needed');
		expectRefusal(
			await review(articles.plans, { request_ai_review: true }),
			400,
			'no draft that is not published yet',
		);
	});

	test('tags are article tags, and a deleted tag is gone from the articles', async () => {
		const path = `${base}/articles/${articles.plans}`;
		expectRefusal(
			await bench().call('PATCH', path, { tag_ids: [tags.billing] }),
			400,
			'no article tag',
		);
		await bench().call('PATCH', path, { tag_ids: [tags.howTo] });
		await bench().call('DELETE', `/tags/${tags.howTo}`);
		expect((await bench().get(path)).body.data.tags).toEqual([]);
	});

	test('belong to their knowledge base alone', async () => {
		expectRefusal(
			await bench().get(`/knowledge-bases/other/articles/${articles.plans}`),
			404,
			'Knowledge base not found!',
		);
		expectRefusal(await bench().get(`${base}/articles/other`), 404, 'Article not found!');
	});
});

test('a redirect is taken once per language, and leads to what is there', async () => {
	const redirect = { from_path: '/old', object_type: 'collection', object_id: collections.billing };
	const create = (body: object) => bench().call('POST', `${base}/route-redirects`, body);
	expect((await create(redirect)).status).toBe(200);
	expectRefusal(await create(redirect), 400, 'from_path: "/old" is already in use');
	expect((await create({ ...redirect, language: 'de' })).status).toBe(200);
	expectRefusal(await create({ ...redirect, from_path: 'old' }), 400, 'from_path: is not a path');
	expectRefusal(await create({ ...redirect, object_type: 'article' }), 400, 'object_id: article');
});

test('a macro names those whom it is visible for, and they exist', async () => {
	const macro = { macro_group_id: macroGroups.general, name: 'Hi', text_html: '<p>Hi</p>' };
	const create = (body: object) => bench().call('POST', '/macros', { ...macro, ...body });
	expectRefusal(
		await create({ visibility: { type: 'team' } }),
		400,
		'visibility.team_ids: is needed for team',
	);
	expectRefusal(
		await create({ visibility: { type: 'user', user_ids: ['nobody'] } }),
		400,
		'user "nobody" not found',
	);
	expectRefusal(await create({ macro_group_id: 'other' }), 400, 'macro group "other" not found');
	expectRefusal(
		await create({
			conditions: { operator: 'and', subfilters: [{ operator: 'in', field: 'tags' }] },
		}),
		400,
		'in needs values',
	);
});

test('custom objects: unknown types and slugs, and links to accounts that are not there, are refused', async () => {
	expectRefusal(
		await bench().get('/custom-objects/contract'),
		404,
		'Custom object type not found!',
	);
	const create = (custom_fields: object) =>
		bench().call('POST', '/custom-objects/subscription', { name: 'Dune', custom_fields });
	expectRefusal(await create({ colour: { value: 'red' } }), 400, 'has the slug "colour"');
	expectRefusal(
		await create({ plan: { slug: 'seats', value: 'yearly' } }),
		400,
		'names the slug "seats"',
	);
	expectRefusal(await create({ account: { value: 'gone' } }), 400, 'account "gone" not found');
	expectRefusal(
		await bench().call('PATCH', '/custom-objects/subscription', {
			ids: [seedIds.customObjects.globex, 'gone'],
			custom_fields: {},
		}),
		400,
		'custom object "gone" not found',
	);
});

describe('training data', () => {
	const upload = (form: FormData) =>
		bench().call('POST', '/training-data/upload', undefined, { raw: form });
	const formWith = (fields: Record<string, string>, type = 'text/plain') => {
		const form = new FormData();
		form.append('files', new Blob(['text'], { type }), 'a.txt');
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		return form;
	};

	test('an upload names one container, and takes known types of files', async () => {
		expectRefusal(await upload(formWith({})), 400, 'training_data_name is needed');
		expectRefusal(
			await upload(formWith({ training_data_id: 'gone' })),
			400,
			'training data "gone" not found',
		);
		expectRefusal(
			await upload(formWith({ training_data_name: 'New' }, 'application/zip')),
			400,
			'is of the type application/zip',
		);
		expect(bench().sim.state.trainingData.size).toBe(1);
	});

	test('a document with a known external ID takes the place of the earlier one', async () => {
		const { body } = await upload(
			formWith({ training_data_id: seedIds.trainingData, external_ids: 'manual-1' }),
		);
		expect(
			(body.data.documents as unknown as Array<{ file_name: string }>).map(
				({ file_name }) => file_name,
			),
		).toEqual(['manual-2.md', 'a.txt']);
	});

	test('deleting documents needs to know which', async () => {
		expectRefusal(
			await bench().call('DELETE', `/training-data/${seedIds.trainingData}/documents`),
			400,
			'external_ids is needed',
		);
	});
});
