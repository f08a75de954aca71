"""What a build of thousands of processes keeps in memory."""

from pathlib import Path

from msgspec.structs import replace

from generator.disk.builder import SiteBuilder
from generator.model.content import Body, Heading
from generator.model.published import OrganisationFigure, PublishedParticipant, PublishedParticipants, PublishedProcess
from generator.pipeline.build import site_batches
from generator.pipeline.markdown_bodies import each_body, light, pack
from generator.pipeline.options import SiteOptions
from generator.pipeline.shared_words import with_shared_words
from tests.trust.sites import TODAY, catalogue_files, write_project

PEOPLE = PublishedParticipants(
    listed=(PublishedParticipant(role="רכזת", organisation="קהילה"), PublishedParticipant(name="דנה כהן")),
    unlisted_count=2,
    organisations=(OrganisationFigure(organisation="קהילה", count=1),),
    basis="טופס הרשמה",
)
HEADING = Heading(level=2, text="מטרות", id="goals", part=None, has_text=True)


def processes(folder: Path) -> tuple[PublishedProcess, PublishedProcess]:
    """One process with people and headings, read twice."""
    project = write_project(folder, catalogue_files())
    options = SiteOptions(content_dir=project / "processes", prefix="processes/", today=TODAY)
    process = SiteBuilder(project, project / "processes").check(options).catalogue.processes[0]

    def with_heading(body: Body) -> Body:
        return replace(body, headings=(HEADING,))

    record = pack(each_body(replace(process, participants=PEOPLE), with_heading)).record
    return light(record), light(record)


def test_what_many_processes_say_is_in_memory_once(tmp_path: Path) -> None:
    """A body that a thousand people come from would be a thousand texts, a quarter of a catalogue of 3,000."""
    one, other = processes(tmp_path)
    assert one.brief.headings[0].text is not other.brief.headings[0].text
    shared, also = with_shared_words(one), with_shared_words(other)
    assert shared == one
    assert also == other
    assert shared.participants
    assert also.participants
    assert shared.participants.organisations[0].organisation is also.participants.listed[0].organisation
    assert shared.brief.headings[0].text is also.brief.headings[0].text


def test_no_process_is_held_while_the_tables_of_data_are_made(tmp_path: Path) -> None:
    """The database is the largest of all that a build makes: beside 3,000 processes it took 380 MB."""
    project = write_project(tmp_path, catalogue_files())
    options = SiteOptions(content_dir=project / "processes", prefix="processes/", today=TODAY)
    checked = SiteBuilder(project, project / "processes").check(options)
    data = next(batch for batch in site_batches(checked) if batch.id == "data")
    next(iter(data.jobs()))
    assert "catalogue" not in vars(checked)
    assert not checked.records.known(checked.units)
