"""Other packages take an image: what is masked takes no part in what they show or compute, or they see plain pixels, as the page of the language says."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
import stoner


@pytest.fixture
def masked():
    rng = np.random.default_rng(2)
    return np.ma.MaskedArray(rng.normal(3, 1, (9, 13)), rng.random((9, 13)) < 0.2)


@pytest.fixture
def image(masked):
    # What lies beneath the mask would be seen at once.
    data = np.where(masked.mask, 1e6, masked.data)
    made = stoner.Image(np.ma.MaskedArray(data, masked.mask), metadata={"energy": 700.0}, title="scan")
    made.map = stoner.Map((10.0, 20.0), ((0.5, 0.0), (0.0, -0.25)), units=("um", "um"))
    return made


@pytest.fixture
def axes():
    figure, axes = plt.subplots()
    yield axes
    plt.close(figure)


class TestMatplotlib:
    def test_imshow(self, axes, image, masked):
        shown = axes.imshow(image)
        assert np.array_equal(np.ma.getmaskarray(shown.get_array()), masked.mask)
        assert shown.get_clim() == (masked.min(), masked.max())
        shown.figure.canvas.draw()

    def test_pcolormesh(self, axes, image, masked):
        shown = axes.pcolormesh(image)
        assert np.array_equal(np.ma.getmaskarray(shown.get_array()).reshape(masked.shape), masked.mask)
        assert shown.get_clim() == (masked.min(), masked.max())

    def test_contour(self, axes, image, masked):
        assert axes.contourf(image).zmax == masked.max() and axes.contour(image).zmin == masked.min()

    def test_plot(self, axes, image, masked):
        (line,) = axes.plot(image[3])
        assert np.array_equal(np.isnan(np.ma.filled(np.ma.asarray(line.get_ydata(), float), np.nan)), masked.mask[3])
        assert axes.get_ylim()[1] < 100
        assert len(axes.plot(image)) == 13
        (line,) = axes.plot(image[0], image[1])
        line.figure.canvas.draw()

    def test_hist(self, axes, image, masked):
        counts, edges, _ = axes.hist(image.ravel(), bins=8)
        expected, limits = np.histogram(masked.compressed(), bins=8)
        np.testing.assert_allclose(edges, limits)
        assert np.array_equal(counts, expected)
        per_column, _, _ = axes.hist(image, bins=[0, 2, 4, 6])
        assert np.array_equal(np.sum(per_column, axis=1), [((masked[:, i] >= 0) & (masked[:, i] <= 6)).sum() for i in range(13)])

    def test_scatter_errorbar_and_fill(self, axes, image, masked):
        axes.scatter(image[0], image[1])
        axes.errorbar(np.arange(13), image[0], yerr=0.1)
        axes.fill_between(np.arange(13), image[0], 0)
        axes.bar(np.arange(13), image[0])
        axes.figure.canvas.draw()
        assert axes.get_ylim()[1] < 100

    def test_quiver_and_a_stack_frame_by_frame(self, axes, masked):
        stack = stoner.Image(np.ma.stack([masked, masked + 1]))
        for frame, drawn in zip(stack, [axes.imshow(frame) for frame in stack]):
            np.testing.assert_array_equal(np.ma.getmaskarray(drawn.get_array()), np.ma.getmaskarray(masked))
            np.testing.assert_array_equal(drawn.get_array().compressed(), frame.compressed())
        arrows = axes.quiver(stack[0], stack[1])
        np.testing.assert_array_equal(arrows.U[~arrows.Umask], masked.compressed())
        axes.figure.canvas.draw()


class TestPandas:
    def test_a_table_has_its_names(self):
        import pandas

        table = stoner.Table({"r": [1.0, 2.0], "mean": [5.0, 6.0]}, units={"r": "um"})
        table.metadata["energy"] = 700.0
        frame = table.to_pandas()
        assert list(frame.columns) == ["r", "mean"] and frame["mean"].tolist() == [5, 6]
        assert frame.attrs["energy"] == 700 and frame.attrs["units"]["r"] == "um"
        for made in (pandas.DataFrame(table), pandas.DataFrame(dict(table)), pandas.DataFrame(table, index=["a", "b"])):
            assert list(made.columns) == ["r", "mean"] and made["mean"].tolist() == [5, 6] and made.shape == (2, 2)
        assert list(pandas.DataFrame(table, columns=["mean"]).columns) == ["mean"]
        assert pandas.DataFrame(stoner.Table()).shape == (0, 0) and list(pandas.DataFrame(stoner.Table({"r": []})).columns) == ["r"]

    def test_a_result_has_its_names(self, image):
        import pandas

        profile = image.profile_line((0, 0), (8, 8))
        assert list(pandas.DataFrame(profile).columns) == list(profile.columns) and "Intensity" in profile.columns
        frame = pandas.DataFrame(image.hist(5))
        assert frame["count"].sum() == image.count()

    def test_an_image(self, image, masked):
        import pandas

        frame = image.to_pandas()
        assert np.array_equal(np.isnan(frame.to_numpy()), masked.mask) and frame.attrs["energy"] == 700
        assert frame.columns[1] == 10.5 and frame.columns.name == "sample_x" and frame.index[2] == 19.5
        # pandas itself asks for plain pixels.
        assert np.array_equal(pandas.DataFrame(stoner.Image(masked.data)), masked.data)
        assert frame.stack().mean() == pytest.approx(masked.mean())
        with pytest.warns(stoner.StonerWarning):
            series = image[3].to_pandas()
        assert series.count() == masked[3].count()
        with pytest.raises(ValueError, match="rank 3"):
            stoner.Image(np.zeros((2, 3, 4))).to_pandas()


class TestXarray:
    def test_an_array_with_places(self, image, masked):
        made = image.to_xarray()
        assert made.dims == ("y", "x") and made.name == "scan" and made.attrs["energy"] == 700
        assert np.array_equal(np.isnan(made.values), masked.mask)
        assert float(made.x[1]) == 10.5 and float(made.y[2]) == 19.5 and made.x.attrs == {"units": "um", "long_name": "sample_x"}
        assert float(made.mean()) == pytest.approx(masked.mean())
        assert made.sel(x=12.0, y=19.0).item() == pytest.approx(masked[4, 4]) or masked.mask[4, 4]

    def test_planes_are_coordinates(self, image):
        image.planes.set("actual_x", np.zeros(image.shape), "um")
        assert image.to_xarray().coords["actual_x"].dims == ("y", "x") and image.to_xarray()["actual_x"].attrs["units"] == "um"

    def test_an_image_inside(self, image, masked):
        """xarray keeps an image as it is, and computes with it."""
        import xarray

        made = xarray.DataArray(image, dims=("y", "x"))
        assert isinstance(made.data, stoner.Image)
        doubled = (made * 2).data
        assert isinstance(doubled, stoner.Image) and np.array_equal(doubled.mask, masked.mask)
        assert float(made.mean()) == pytest.approx(masked.mean())


class TestDask:
    def test_pieces_and_back(self, masked):
        import dask.array

        pieces = dask.array.from_array(stoner.Image(masked.data), chunks=(4, 5))
        assert pieces.mean().compute() == pytest.approx(masked.data.mean())
        np.testing.assert_allclose((pieces * 2 + 1).compute(), masked.data * 2 + 1)

    def test_a_mask_stays(self, image, masked):
        import dask.array

        pieces = dask.array.from_array(image.masked_array(), chunks=(4, 5))
        made = stoner.Image((pieces * 2).compute())
        assert np.array_equal(made.mask, masked.mask)
        kept = dask.array.from_array(image, chunks=(4, 5), asarray=False)
        assert np.array_equal(stoner.Image(np.ma.asanyarray((kept + 1).compute())).mask, masked.mask)


class TestScipy:
    def test_stats(self, image, masked):
        from scipy import stats

        assert stats.describe(image.compressed()).mean == pytest.approx(masked.mean())
        assert stats.mstats.skew(image, axis=None) == pytest.approx(stats.skew(masked.compressed()))
        assert stats.mstats.trimmed_mean(image, axis=None) == pytest.approx(stats.mstats.trimmed_mean(masked, axis=None))
        whole = stoner.Image(masked.data)
        assert stats.skew(whole, axis=None) == pytest.approx(stats.skew(masked.data, axis=None))
        assert stats.pearsonr(whole[0], whole[1]).statistic == pytest.approx(stats.pearsonr(masked.data[0], masked.data[1]).statistic)

    def test_ndimage(self, masked):
        from scipy import ndimage

        whole = stoner.Image(masked.data)
        np.testing.assert_allclose(ndimage.gaussian_filter(whole, 1.5), ndimage.gaussian_filter(masked.data, 1.5))
        np.testing.assert_allclose(ndimage.center_of_mass(whole), ndimage.center_of_mass(masked.data))


class TestScikitImage:
    def test_functions(self, masked):
        from skimage import filters, measure, transform

        whole = stoner.Image(masked.data)
        assert filters.threshold_otsu(whole) == filters.threshold_otsu(masked.data)
        np.testing.assert_allclose(transform.resize(whole, (5, 6)), transform.resize(masked.data, (5, 6)))
        assert measure.label(whole > 3).max() == measure.label(masked.data > 3).max()
        np.testing.assert_allclose(filters.gaussian(whole, 1), filters.gaussian(masked.data, 1))


class TestSilx:
    def test_medians_and_colours(self, masked):
        from silx.math import combo, medianfilter

        whole = stoner.Image(masked.data)
        # Its compiled functions ask for memory that they could write to.
        np.testing.assert_allclose(medianfilter.medfilt2d(np.array(whole), 3), medianfilter.medfilt2d(masked.data, 3))
        assert combo.min_max(np.array(whole)).maximum == masked.data.max()

    def test_files(self, masked, tmp_path):
        from silx.io import dictdump

        path = str(tmp_path / "x.h5")
        dictdump.dicttoh5({"scan": stoner.Image(masked.data)}, path)
        np.testing.assert_array_equal(dictdump.h5todict(path)["scan"], masked.data)


class TestNapari:
    def test_a_layer(self, masked):
        """Without a window: the model of a layer."""
        napari = pytest.importorskip("napari")

        layer = napari.layers.Image(stoner.Image(masked.data), name="scan")
        np.testing.assert_array_equal(np.asarray(layer.data), masked.data)
        assert layer.ndim == 2 and layer.contrast_limits == [masked.data.min(), masked.data.max()]

    def test_a_masked_image_is_filled_first(self, image, masked):
        napari = pytest.importorskip("napari")

        layer = napari.layers.Image(image.filled(np.nan))
        assert layer.contrast_limits == [masked.min(), masked.max()]

    def test_a_stack_in_a_viewer(self, masked):
        """The viewer's model asks for one frame at a time."""
        pytest.importorskip("napari")
        from napari.components import ViewerModel

        viewer = ViewerModel()
        viewer.add_image(stoner.Image(np.stack([masked.data, masked.data + 1])))
        viewer.dims.set_current_step(0, 1)
        np.testing.assert_array_equal(np.asarray(viewer.layers[0]._data_view), masked.data + 1)
