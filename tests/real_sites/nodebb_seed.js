'use strict';
// Runs with a real NodeBB as the working folder: writes what content.json names into its database.

const fs = require('fs');
const path = require('path');
const home = process.cwd();
const from = (name) => require(path.join(home, name));
const nconf = from('node_modules/nconf');

from('node_modules/winston').level = 'error';
nconf.file({ file: process.argv[2] });
nconf.defaults({
	base_dir: home,
	themes_path: path.join(home, 'node_modules'),
	views_dir: path.join(home, 'public/templates'),
	version: '1.4.0',
	relative_path: '',
	upload_path: 'public/uploads',
	upload_url: '/uploads',
	base_url: nconf.get('url'),
	use_port: true,
});

const [database, meta, user, topics, file] = ['database', 'meta', 'user', 'topics', 'file'].map((name) => from(`src/${name}`));
const told = (call) => new Promise((done, failed) => call((error, value) => (error ? failed(error) : done(value))));

// A picture that is named in a text becomes one that the board keeps, as its own form would have it.
async function takenIn(pictures) {
	const kept = [];
	for (const picture of pictures) {
		const name = path.basename(picture);
		kept.push([`](${name})`, await told((done) => file.saveFileToLocal(name, 'files', picture, done))]);
	}
	return (text) => kept.reduce((sofar, [named, { url }]) => sofar.replace(named, `](${url})`), text);
}

async function seed(described) {
	await told((done) => database.init(done));
	await told((done) => meta.configs.init(done));
	Object.assign(meta.config, { postDelay: 0, newbiePostDelay: 0, initialPostDelay: 0 });
	const shown = await takenIn(described.pictures);
	const written = { people: {}, posts: {} };
	for (const person of described.people) {
		const account = { username: person.username, email: person.email, password: described.password };
		const number = await told((done) => user.create(account, done));
		written.people[person.username] = number;
		if (person.fields) {
			await told((done) => user.setUserFields(number, person.fields, done));
		}
		for (const [name, value] of Object.entries(person.settings || {})) {
			await told((done) => user.setSetting(number, name, value, done));
		}
	}
	for (const [who, whom] of described.follows) {
		await told((done) => user.follow(written.people[who], written.people[whom], done));
	}
	for (const thread of described.threads) {
		const [first, ...replies] = thread.posts;
		const begun = await told((done) => topics.post({
			uid: written.people[first.author], cid: 2, title: thread.title, content: shown(first.text),
			timestamp: Date.parse(first.time),
		}, done));
		written.posts[first.text] = begun.postData.pid;
		for (const reply of replies) {
			const added = await told((done) => topics.reply({
				uid: written.people[reply.author], tid: begun.topicData.tid, content: shown(reply.text),
				timestamp: Date.parse(reply.time),
			}, done));
			written.posts[reply.text] = added.pid;
		}
	}
	console.log(JSON.stringify(written));
}

seed(JSON.parse(fs.readFileSync(process.argv[3], 'utf8'))).then(() => process.exit(0), (error) => {
	console.error(error);
	process.exit(1);
});
